import type { Block } from '../../../../contract/index.ts';
import {
  at,
  attribute,
  childNamed,
  childrenNamed,
  descendants,
  elementsOf,
  firstDescendant,
  languageOf,
  textOf,
  wordsIn,
} from '../../../shared/xml/find.ts';
import { innerMarkup } from '../../../shared/xml/markup.ts';
import type { XmlElement } from '../../../shared/xml/tree.ts';
import { datelineBlock, remarkOf } from '../news-item/agency.ts';
import { emptyItem, type NewsItem } from '../news-item/news-item.ts';
import { nitfForm } from './markup.ts';

/** A document in NITF, the News Industry Text Format of the IPTC (3.x), as an item. */
export function nitfItem(root: XmlElement): NewsItem {
  const head = childNamed(root, 'head');
  const body = childNamed(root, 'body');
  const above = body === null ? null : childNamed(body, 'body.head');
  const docdata = head === null ? null : childNamed(head, 'docdata');
  const pubdata = head === null ? null : childNamed(head, 'pubdata');
  const hedline = above === null ? null : childNamed(above, 'hedline');
  const dateline = above === null ? null : childNamed(above, 'dateline');
  const holder = attribute(at(root, 'head', 'docdata', 'doc.copyright'), 'holder');
  const issued =
    normOf(docdata, 'date.issue') ??
    attribute(pubdata, 'date.publication') ??
    attribute(dateline === null ? null : childNamed(dateline, 'story.date'), 'norm');
  const release = normOf(docdata, 'date.release');
  const markup = ['body.content', 'body.end']
    .flatMap((name) => (body === null ? [] : childrenNamed(body, name)))
    .map((part) => innerMarkup(part, nitfForm))
    .join('');
  return {
    ...emptyItem,
    title:
      wordsIn(hedline === null ? null : childNamed(hedline, 'hl1')) ??
      wordsIn(hedline) ??
      wordsIn(at(root, 'head', 'title')),
    subheading: wordsIn(hedline === null ? null : childNamed(hedline, 'hl2')),
    bylines: above === null ? [] : childrenNamed(above, 'byline').flatMap(namesInByline),
    publication:
      attribute(pubdata, 'name') ??
      wordsIn(at(root, 'body', 'body.head', 'distributor')) ??
      holder ??
      attribute(docdata === null ? null : childNamed(docdata, 'doc-id'), 'regsrc'),
    section: attribute(pubdata, 'position.section') ?? subjectOf(head),
    published: issued,
    modified: lastRevision(head) ?? issued,
    url: addressOf(docdata),
    language: languageOf(body ?? root) ?? attribute(metaNamed(head, /^(?:language|lang)$/iu), 'content'),
    description: wordsIn(at(root, 'body', 'body.head', 'abstract')),
    content: markup.trim() === '' ? null : { kind: 'markup', markup, base: null },
    withoutContent: 'It has no body: the agency sent its head alone. Ask for the item with its text.',
    opening: [...corrections(docdata), ...datelineBlock(wordsIn(dateline)), ...notes(above)],
    remark: remarkOf({
      status: attribute(docdata, 'management-status'),
      embargoed: release !== null && issued !== null && release > issued ? release : null,
      note: attribute(docdata === null ? null : childNamed(docdata, 'ed-msg'), 'info'),
    }),
  };
}

function normOf(docdata: XmlElement | null, name: string): string | null {
  const date = docdata === null ? null : childNamed(docdata, name);
  return attribute(date, 'norm') ?? wordsIn(date);
}

/** The names a byline marks; without marks its line, without the title below the name. */
function namesInByline(byline: XmlElement): string[] {
  const marked = [...descendants(byline)].filter((element) => element.name === 'person').map(wordsIn);
  const names = marked.filter((name) => name !== null);
  if (names.length > 0) return names;
  const line = byline.children.map((child) =>
    child.kind === 'text' ? child.text : child.name === 'byttl' ? ', ' : textOf(child),
  );
  const text = line
    .join('')
    .replace(/\s+/gu, ' ')
    .replace(/[\s,]+$/u, '')
    .trim();
  return text === '' ? [] : [text];
}

function subjectOf(head: XmlElement | null): string | null {
  if (head === null) return null;
  for (const subject of descendants(head)) {
    if (subject.name !== 'tobject.subject') continue;
    const name = attribute(subject, 'tobject.subject.type') ?? attribute(subject, 'tobject.subject.matter');
    if (name !== null) return name;
  }
  return null;
}

function metaNamed(head: XmlElement | null, name: RegExp): XmlElement | null {
  return head === null
    ? null
    : (childrenNamed(head, 'meta').find((meta) => name.test(attribute(meta, 'name') ?? '')) ?? null);
}

function lastRevision(head: XmlElement | null): string | null {
  if (head === null) return null;
  const dates = childrenNamed(head, 'revision-history').flatMap((revision) => attribute(revision, 'norm') ?? []);
  return dates.sort().at(-1) ?? null;
}

/** The page it stands on, else the name for all time that the agency gave it. */
function addressOf(docdata: XmlElement | null): string | null {
  if (docdata === null) return null;
  const identifiers = [
    attribute(docdata, 'management-doc-idref'),
    ...[...elementsOf(docdata)].filter((element) => element.name === 'doc-id').map((id) => attribute(id, 'id-string')),
  ].filter((id) => id !== null);
  return (
    identifiers.find((id) => /^https?:\/\//iu.test(id)) ?? identifiers.find((id) => /^(?:urn|tag):/iu.test(id)) ?? null
  );
}

/** That the item corrects an earlier one belongs to its words. */
function corrections(docdata: XmlElement | null): Block[] {
  const info = attribute(docdata === null ? null : childNamed(docdata, 'correction'), 'info');
  return info === null
    ? []
    : [{ kind: 'paragraph', content: { text: info, marks: [] }, role: 'body', purpose: 'correction' }];
}

/** Notes above the text are for editors; those inside it stay where they are. */
function notes(above: XmlElement | null): Block[] {
  if (above === null) return [];
  return childrenNamed(above, 'note').flatMap((note): Block[] => {
    const text = wordsIn(firstDescendant(note, 'body.content') ?? note);
    return text === null
      ? []
      : [{ kind: 'paragraph', content: { text, marks: [] }, role: 'furniture', purpose: 'other' }];
  });
}
