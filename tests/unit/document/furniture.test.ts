import { describe, expect, it } from 'vitest';
import type { Block } from '../../../main/contract/index.ts';
import { markFurniture } from '../../../main/reading/document/furniture.ts';

const prose =
  'The harbour commission met on Tuesday evening to hear the residents of Port Ellery, who had waited since the spring for an answer about the north pier and its future.';

function paragraph(text: string): Block {
  return { kind: 'paragraph', role: 'body', purpose: null, content: { text, marks: [] } };
}
function heading(text: string): Block {
  return { kind: 'heading', level: 2, role: 'body', purpose: null, content: { text, marks: [] } };
}
function list(...items: string[]): Block {
  return {
    kind: 'list',
    role: 'body',
    purpose: null,
    ordered: false,
    items: items.map((text) => ({ depth: 0, content: { text, marks: [] } })),
  };
}
function linked(text: string): Block {
  return {
    kind: 'paragraph',
    role: 'body',
    purpose: null,
    content: { text, marks: [{ kind: 'link', start: 0, end: text.length, href: 'https://courier.example/a' }] },
  };
}

/** What becomes of a line at the end of an article, and of the same line in its middle. */
function atEnd(text: string): string {
  const marked = markFurniture([paragraph(prose), paragraph(text)])[1];
  return `${marked?.role} ${marked?.purpose}`;
}
function inside(text: string): string {
  const marked = markFurniture([paragraph(prose), paragraph(text), paragraph(prose)])[1];
  return `${marked?.role} ${marked?.purpose}`;
}

describe('lines that are furniture wherever they stand', () => {
  it.each([
    [
      'subscription',
      'Subscribe to stay connected to Port Ellery. A subscription helps you access more of the local stories that keep you connected to the community.',
    ],
    ['subscription', 'Subscribe now for unlimited digital access.'],
    ['subscription', 'Sign up for our free morning newsletter'],
    ['subscription', 'Want more harbour news? Sign up for the Tide Table newsletter.'],
    ['subscription', 'Get the day’s headlines delivered to your inbox.'],
    ['subscription', 'Already a subscriber? Log in'],
    ['subscription', 'Support local journalism. Become a member today.'],
    ['subscription', 'You have two free articles left this month.'],
    ['subscription', 'Jetzt abonnieren und alle Artikel lesen.'],
    ['subscription', 'Abonnez-vous pour lire la suite.'],
    ['subscription', 'Suscríbete a nuestro boletín.'],
    ['subscription', 'Iscriviti alla newsletter'],
    ['contact', 'Contact reporter Tomas Reyl at treyl@courier.example or 555-0100'],
    ['contact', 'Email the author at ines@courier.example.'],
    ['contact', 'Follow reporter Tomas Reyl on Twitter: @tomasreyl'],
    ['contact', 'Follow us on Facebook.'],
    ['contact', 'Got a tip? Email tips@courier.example'],
    ['contact', 'Media contact: Ines Alder, ines@harbour.example'],
    ['contact', 'Schreiben Sie uns an redaktion@bote.example'],
    ['contact', 'Contactez la rédaction : redaction@courrier.example'],
    ['related', 'Read more: Pier closed after storm'],
    ['related', 'READ MORE Harbour chief said to resign'],
    ['related', 'Related'],
    ['related', 'Related: Commissioner said pier would reopen'],
    ['related', 'See also: What the storm left behind'],
    ['related', 'You may also like'],
    ['related', 'Read more about the pier here'],
    ['related', 'Lesen Sie auch: Der Hafen bleibt zu'],
    ['related', 'Mehr zum Thema'],
    ['related', 'Lire aussi : Le port reste fermé'],
    ['related', 'À lire également'],
    ['related', 'Lea también: El puerto sigue cerrado'],
    ['related', 'Leggi anche: Il porto resta chiuso'],
    ['share', 'Share this article'],
    ['share', 'Facebook Twitter WhatsApp Email'],
    ['share', 'Artikel teilen'],
    ['share', 'Partager sur Facebook'],
    ['comments', '12 Comments'],
    ['comments', 'Leave a comment'],
    ['comments', 'Kommentare (3)'],
    ['consent', 'We use cookies to improve your experience on our site.'],
    ['consent', 'Diese Website verwendet Cookies.'],
    ['other', '© 2016 Port Ellery Courier'],
    ['other', 'Copyright 2016 The Port Ellery Courier. All rights reserved.'],
    ['other', 'Alle Rechte vorbehalten.'],
    ['promotion', 'Advertisement'],
    ['promotion', 'Story continues below'],
    ['promotion', 'Anzeige'],
    ['navigation', 'Back to top'],
    ['navigation', 'Tags: harbour, storm, pier'],
  ])('%s: %s', (purpose, text) => {
    expect(inside(text)).toBe(`furniture ${purpose}`);
    expect(atEnd(text)).toBe(`furniture ${purpose}`);
  });
});

describe('lines that are furniture only at the end', () => {
  it.each([
    ['contact', 'Tomas Reyl can be reached at treyl@courier.example.'],
    ['contact', 'Contact Tomas Reyl at treyl@courier.example'],
    ['byline', 'Tomas Reyl is a staff writer for the Port Ellery Courier.'],
    ['byline', 'The Tessaly Press contributed to this report.'],
    ['byline', '(Reporting by Tomas Reyl; Editing by Ana Voss)'],
    ['subscription', 'Subscribe to the Port Ellery Courier.'],
  ])('%s: %s', (purpose, text) => {
    expect(atEnd(text)).toBe(`furniture ${purpose}`);
    expect(inside(text)).toBe('body null');
  });

  it('takes several of them as the end, and lets a correction stand between', () => {
    const marked = markFurniture([
      paragraph(prose),
      paragraph('Correction: An earlier sentence gave the wrong pier.'),
      paragraph('Tomas Reyl is a staff writer for the Courier.'),
      paragraph('Contact him at treyl@courier.example.'),
      paragraph('Share'),
    ]);
    expect(marked.map((block) => `${block.role} ${block.purpose}`)).toEqual([
      'body null',
      'body correction',
      'furniture byline',
      'furniture contact',
      'furniture share',
    ]);
  });
});

describe('prose that uses the same words', () => {
  it.each([
    'Residents can subscribe to storm warnings at the town hall, the council told them on Tuesday.',
    '“Subscribe to our plan or lose the pier,” the commissioner said.',
    'Subscribe to the view that the pier is lost, Alder said, and the town will lose its harbour as well.',
    'Subscribers to the water district will pay four dollars more from January.',
    'Sign up was brisk on Monday when the swimming school opened its doors.',
    'Anyone with information is asked to contact Detective Lee at 555-0100.',
    'Contact between the two boats was brief, and neither crew was hurt.',
    'Call the harbour office at 555-0100 to report a loose mooring.',
    'Contact Port Ellery Police Department at 555-0100 with information about the theft.',
    'Reach for the railing, the crew tells passengers, before the second wave arrives.',
    'Read more books, the librarian told the pupils of Marrow Bay.',
    'Related costs rose by four per cent, and the fund ran dry in May.',
    'More – much more – is needed before the winter.',
    'More than 200 people came to the pier on Saturday.',
    'Watch officers saw the light at four in the morning.',
    'Share prices fell in Tessaly on Monday.',
    'Print runs of the Courier have halved since 1990.',
    'Comments were sharply divided.',
    'No comment.',
    'Comment.',
    'Cookies were sold on the pier to pay for the new bell.',
    'We use cookies as bait, the fisherman said, and laughed.',
    'Follow the journalist long enough and you learn where the harbour master drinks.',
    'Join us on Saturday at noon to sweep the beach.',
    'Advertisement revenue fell by half.',
    'Copyright law does not protect a list of names.',
    'Home prices rose again.',
    'Topics ranged from the pier to the price of bread.',
    'Information: the library opens at nine on Mondays and Thursdays.',
    'Ines Alder is the harbour commissioner of Port Ellery and a former pilot.',
    'Get a boat, get a net, and get out before dawn: that was the rule of the bay.',
    'Wir verwenden Netze aus Hanf, sagte der Fischer.',
    'Zum Thema Hafen wollte sich der Bürgermeister nicht äußern.',
    'Más información de la que el alcalde quiso dar llegó por carta.',
  ])('%s', (text) => {
    expect(atEnd(text)).toBe('body null');
    expect(inside(text)).toBe('body null');
  });

  it('keeps a section whose heading is a furniture word', () => {
    const marked = markFurniture([
      paragraph(prose),
      heading('Facebook'),
      paragraph(prose),
      heading('Cookies'),
      paragraph(prose),
    ]);
    expect(marked.every((block) => block.role === 'body')).toBe(true);
  });
});

describe('lists under a label', () => {
  it('takes the list of links that follows, and no more', () => {
    const marked = markFurniture([
      paragraph(prose),
      heading('Related stories'),
      list('Pier closed after storm', 'Who pays for the bell?'),
      paragraph(prose),
    ]);
    expect(marked.map((block) => block.role)).toEqual(['body', 'furniture', 'furniture', 'body']);
    expect(marked[2]?.purpose).toBe('related');
  });

  it('takes a run of titles and links after the label, until prose goes on', () => {
    const marked = markFurniture([
      paragraph(prose),
      paragraph('Read more:'),
      paragraph('Pier closed after storm'),
      linked('Who pays for the bell of Marrow Bay?'),
      paragraph(prose),
      paragraph('Bell tolls'),
    ]);
    expect(marked.map((block) => block.role)).toEqual(['body', 'furniture', 'furniture', 'furniture', 'body', 'body']);
  });

  it('leaves a list alone that follows a label with its own title', () => {
    const marked = markFurniture([
      paragraph(prose),
      paragraph('Related: Pier closed after storm'),
      list('The bell', 'The railing'),
      paragraph(prose),
    ]);
    expect(marked.map((block) => block.role)).toEqual(['body', 'furniture', 'body', 'body']);
  });

  it('takes a list of share buttons, and keeps a list with one real item', () => {
    const marked = markFurniture([
      paragraph(prose),
      list('Facebook', 'Email'),
      list('Print', 'The pier reopens in May.'),
    ]);
    expect(marked.map((block) => block.role)).toEqual(['body', 'furniture', 'body']);
  });
});

describe('corrections', () => {
  it.each([
    'Correction: An earlier version gave the wrong date.',
    'Correction, Nov. 17: The pier is 90 metres long.',
    'An earlier version of this story misspelled the name of the commissioner.',
    'This article has been updated.',
    'Editor’s note: this story has been corrected to give the right date.',
    'Korrektur: In einer früheren Version stand ein falsches Datum.',
    'Une version précédente de cet article donnait une date erronée.',
    'Fe de errores: la fecha era otra.',
    'Una versione precedente di questo articolo riportava una data errata.',
  ])('stays in the body: %s', (text) => {
    expect(atEnd(text)).toBe('body correction');
  });
  it('is not every sentence about corrections', () => {
    expect(atEnd('Corrections officers met on Monday.')).toBe('body null');
    expect(atEnd('Correction of the harbour chart will take a year.')).toBe('body null');
  });
});

describe('the document as a whole', () => {
  it('keeps what was marked before', () => {
    const before: Block = { ...paragraph('Anything'), role: 'furniture', purpose: 'navigation' };
    expect(markFurniture([before, paragraph(prose)])[0]).toBe(before);
  });
  it('never loses its whole body', () => {
    const only = [paragraph('Subscribe now!'), paragraph('Share')];
    expect(markFurniture(only)).toEqual(only);
  });
  it('changes nothing in the blocks but role and purpose', () => {
    const blocks = [paragraph(prose), paragraph('Read more: Pier closed')];
    expect(markFurniture(blocks)[1]).toEqual({ ...blocks[1], role: 'furniture', purpose: 'related' });
  });
});
