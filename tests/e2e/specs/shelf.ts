import type { App } from '../driver/app.ts';

/** A few articles from places that do not exist, written so that every search has one right answer. */
const articles: Readonly<Record<string, string>> = {
  'wardens.md': `---
title: Harbour wardens will not check papers
author: Tomas Reyl
publication: Port Ellery Courier
date: 2024-11-14
---

Harbour Commissioner Ines Alder said on Thursday that nothing will change on the quays.

Alder issued the following statement Thursday:

> For nine years the wardens of this harbour have been people whom a deckhand can walk up to. That trust was slow to build.

The council debates the rules in December.
`,
  'ferry.md': `---
title: Marrow Bay ferry fares rise again
author: Linnea Okafor
publication: Ellery Bay Observer
date: 2024-12-02
---

Fares on the Marrow Bay ferry will rise by a tenth in January, the company said.

Passengers do not trust the timetable any more, and say so. The cafe on the pier stays open.
`,
  'bridge.md': `---
title: Café owners fear the bridge works
author: Tomas Reyl
publication: Ellery Bay Observer
date: 2023-05-20
---

The bridge at Tessaly is closed for a year. Owners of the cafés beside it expect a slow summer.

They don't blame the engineers. A pump that is driven in C++ was named as the cause.
`,
  'lamps.txt': `New lamps for the coast road

By Asta Brandt

Forty lamps were lit on the coast road above Saltmarsh on Monday night. The wardens had asked for them since the winter of the long fog.
`,
};

/** Writes the articles as files of the test; gives their paths. */
export function shelf(app: App): Promise<string[]> {
  return Promise.all(Object.entries(articles).map(([name, text]) => app.file(`shelf/${name}`, text)));
}
