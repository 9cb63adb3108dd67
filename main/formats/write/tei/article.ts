import { canonicalText } from '../../../contract/index.ts';
import { currentRevision, type LeavingArticle } from '../marks.ts';
import { bodyOf } from './body.ts';
import { headerOf, type TeiFile } from './header.ts';
import { partsOf } from './parts.ts';
import { statementsOf } from './statements.ts';
import { element, onLines } from './xml.ts';

/** One article as a TEI document (P5), whole in itself: decision 0238. */
export function articleToTei(leaving: LeavingArticle, file: TeiFile): string {
  const { article } = leaving;
  const text = canonicalText(currentRevision(article).document);
  const parts = partsOf(leaving, text);
  const { xml } = element(
    'TEI',
    { xmlns: 'http://www.tei-c.org/ns/1.0', 'xml:id': `article-${article.id}`, 'xml:lang': article.language },
    onLines([
      headerOf(leaving, file),
      element('text', {}, onLines([bodyOf(leaving, text, parts), statementsOf(leaving, parts)])),
    ]),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
}
