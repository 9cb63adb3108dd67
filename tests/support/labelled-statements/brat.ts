import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Span, StatementKind } from '../../../main/contract/index.ts';
import { type LabelledArticle, type LabelledStatement, metadataOf, type SourceKind } from './article.ts';
import { paragraphsOf } from './plain-text.ts';
import { kindAndSpans } from './quoted-kind.ts';

/**
 * Reads articles annotated in brat's stand-off: `NAME.txt` with `NAME.ann` beside it. Corpora name their types
 * differently; these names are known, whatever their capitals, hyphens and underscores.
 * Format: https://brat.nlplab.org/standoff.html.
 */
const quotationTypes: Readonly<Record<string, StatementKind | null>> = {
  quotation: null,
  quote: null,
  quotetext: null,
  quotecontent: null,
  content: null,
  statement: null,
  utterance: null,
  direct: 'direct',
  directquote: 'direct',
  directquotation: 'direct',
  dirquote: 'direct',
  directspeech: 'direct',
  mixed: 'mixed',
  mixedquote: 'mixed',
  mixedquotation: 'mixed',
  mixquote: 'mixed',
  partial: 'mixed',
  indirect: 'indirect',
  indirectquote: 'indirect',
  indirectquotation: 'indirect',
  indirquote: 'indirect',
  indirectspeech: 'indirect',
  block: 'block',
  blockquote: 'block',
};
const speakerTypes = new Set([
  'speaker',
  'source',
  'holder',
  'entity',
  'person',
  'per',
  'organization',
  'organisation',
  'org',
  'agent',
  'group',
  'mention',
  'pronoun',
]);
/** What a tie or an end of it is called that leads to the speaker, whatever type the entity there has. */
const speakerParts = new Set(['saidby', 'spokenby', 'by', 'says', 'attribution', 'attributedto', 'hasspeaker']);
/** Ends that are somebody else: to whom or of whom it was said. */
const otherParts = new Set(['addressee', 'addressed', 'recipient', 'hearer', 'target', 'topic', 'about']);
const cueTypes = new Set(['cue', 'verb', 'frame', 'cueverb', 'reportingverb', 'speechverb', 'trigger']);
const sameTypes = new Set(['coref', 'coreference', 'same', 'sameas', 'identity', 'antecedent', 'refersto', 'alias']);
const nameAttributes = new Set(['name', 'canonical', 'canonicalname', 'speakername', 'referent', 'realname']);
const kindAttributes = new Set(['kind', 'type', 'quotetype', 'quotationtype', 'form', 'directness']);

export function readBratFolder(folder: string): LabelledArticle[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ann'))
    .sort()
    .map((name) => {
      const file = join(folder, name.slice(0, -'.ann'.length));
      return parseBrat(basename(file), readFileSync(`${file}.txt`, 'utf8'), readFileSync(`${file}.ann`, 'utf8'));
    });
}

interface Entity {
  readonly id: string;
  readonly type: string;
  /** In the document's canonical text. */
  readonly spans: readonly Span[];
}

/** What ties entities: a relation's two ends, or an event's trigger and arguments, each with its part in it. */
interface Tie {
  readonly type: string;
  readonly ends: readonly { readonly part: string; readonly id: string }[];
}

export function parseBrat(name: string, source: string, annotations: string): LabelledArticle {
  const { blocks, text, placeOf } = paragraphsOf(source);
  const entities = new Map<string, Entity>();
  const ties: Tie[] = [];
  const attributes = new Map<string, { readonly type: string; readonly value: string }[]>();
  /** An event is tied to others by its own id: it stands for its trigger. */
  const triggers = new Map<string, string>();
  for (const line of annotations.split(/\r?\n/u)) {
    const [id = '', body = ''] = line.split('\t');
    const [type = '', ...values] = body.split(' ');
    if (id.startsWith('T')) {
      const offsets = body.slice(type.length + 1);
      if (!/^\d+ \d+(?:;\d+ \d+)*$/u.test(offsets)) throw new Error(`${name}: not a text-bound annotation: ${line}`);
      const spans = offsets.split(';').map((fragment): Span => {
        const [start = 0, end = 0] = fragment.split(' ').map(Number);
        return { start: placeOf(start, 'start'), end: placeOf(end, 'end') };
      });
      entities.set(id, { id, type: typeKey(type), spans });
    } else if (id.startsWith('R') || id.startsWith('E') || id === '*') {
      const ends = (id.startsWith('E') ? [type, ...values] : values)
        .filter((part) => part !== '')
        .map((part) => {
          const colon = part.indexOf(':');
          return { part: typeKey(part.slice(0, Math.max(0, colon))).replace(/\d+$/u, ''), id: part.slice(colon + 1) };
        });
      const [trigger] = ends;
      if (id.startsWith('E') && trigger !== undefined) triggers.set(id, trigger.id);
      ties.push({ type: id.startsWith('E') ? '' : typeKey(type), ends });
    } else if (id.startsWith('A') || id.startsWith('M')) {
      const [of = '', ...value] = values;
      attributes.set(of, [...(attributes.get(of) ?? []), { type: typeKey(type), value: value.join(' ') }]);
    } else if (id !== '' && !id.startsWith('#') && !id.startsWith('N'))
      throw new Error(`${name}: not a line of stand-off: ${line}`);
  }
  const resolved = ties.map(({ type, ends }) => ({
    type,
    ends: ends.map(({ part, id }) => ({ part, id: triggers.get(id) ?? id })),
  }));
  const nameOf = ({ id }: Entity) =>
    attributes.get(id)?.find(({ type, value }) => nameAttributes.has(type) && value !== '')?.value ?? null;
  const statements = [...entities.values()].flatMap((entity): LabelledStatement[] => {
    const typed = quotationTypes[entity.type];
    if (typed === undefined) return [];
    const given = attributes.get(entity.id) ?? [];
    const said =
      given.find(({ type }) => kindAttributes.has(type))?.value ??
      given.find(({ type }) => type in quotationTypes)?.type;
    const kind = typed ?? (said === undefined ? null : (quotationTypes[typeKey(said)] ?? null));
    return [
      {
        label: entity.id,
        ...kindAndSpans(text, entity.spans, kind),
        ...speakerOf(speakersOf(entity.id, entities, resolved), text, nameOf, (one) => sameAs(one, entities, resolved)),
        role: null,
        said: null,
      },
    ];
  });
  return {
    name,
    language: 'en',
    about: '',
    isOrdinary: true,
    metadata: metadataOf({ title: '', language: 'en', published: null }),
    document: { blocks },
    text,
    statements: statements.sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0)),
    traps: [],
    naming: 'as-printed',
  };
}

function typeKey(type: string): string {
  return type.toLowerCase().replace(/[-_ ]/gu, '');
}

/**
 * Who is tied to a quotation: at once or, where a cue stands between them, over that. By the part that they have in the
 * tie, else by their own type.
 */
function speakersOf(id: string, entities: ReadonlyMap<string, Entity>, ties: readonly Tie[]): Entity[] {
  const speakersAmong = (tied: readonly Tied[]) =>
    tied.flatMap(({ parts, id: other }) => {
      const entity = entities.get(other);
      if (entity === undefined || entity.type in quotationTypes || cueTypes.has(entity.type)) return [];
      if (parts.some((part) => otherParts.has(part))) return [];
      return speakerTypes.has(entity.type) || parts.some((part) => speakerTypes.has(part) || speakerParts.has(part))
        ? [entity]
        : [];
    });
  const near = tiedTo(id, ties);
  const atOnce = speakersAmong(near);
  if (atOnce.length > 0) return atOnce;
  const between = near.filter(({ id: other }) => !((entities.get(other)?.type ?? '') in quotationTypes));
  return [...new Set(speakersAmong(between.flatMap(({ id: other }) => tiedTo(other, ties))))];
}

/** An entity at the other end of a tie, with the tie's type and its part in it. */
interface Tied {
  readonly id: string;
  readonly parts: readonly string[];
}

/** A tie of sameness joins two mentions of one person, not a quotation and its speaker. */
function tiedTo(id: string, ties: readonly Tie[]): Tied[] {
  const own = ties.filter(({ type, ends }) => !sameTypes.has(type) && ends.some((end) => end.id === id));
  return own.flatMap(({ type, ends }) =>
    ends.filter((end) => end.id !== id).map((end) => ({ id: end.id, parts: [type, end.part] })),
  );
}

/** The mentions of the same person that ties of sameness join, this one first. */
function sameAs(entity: Entity, entities: ReadonlyMap<string, Entity>, ties: readonly Tie[]): Entity[] {
  const same = new Set([entity.id]);
  for (const id of same)
    for (const { type, ends } of ties)
      if (sameTypes.has(type) && ends.some((end) => end.id === id)) for (const end of ends) same.add(end.id);
  return [...same].flatMap((id) => entities.get(id) ?? []);
}

const pronoun = /^(?:he|she|they|it|we|i|you|who|him|her|them|himself|herself|themselves|one|both)$/iu;

/** A pronoun or a description that nothing joins to a name leaves open who spoke; a name is a right answer as it is. */
function speakerOf(
  mentions: readonly Entity[],
  text: string,
  nameOf: (entity: Entity) => string | null,
  same: (entity: Entity) => readonly Entity[],
): Pick<LabelledStatement, 'speakers' | 'source' | 'mentions'> {
  const wordsOf = ({ spans }: Entity) => spans.map(({ start, end }) => text.slice(start, end)).join(' ');
  const isNamed = (words: string) => /\p{Lu}/u.test(words.replace(/^(?:The|A|An)\b/u, '')) && !pronoun.test(words);
  const sources = mentions.map(wordsOf).map((words): SourceKind => {
    if (pronoun.test(words)) return 'pronoun';
    return isNamed(words) ? 'named' : 'description';
  });
  const names = mentions.map((mention) => {
    const given = same(mention)
      .map(nameOf)
      .find((name) => name !== null);
    const printed = same(mention).map(wordsOf).filter(isNamed);
    return [...new Set(given === undefined || given === null ? printed : [given, ...printed])];
  });
  const isUnknown = names.some((known, index) => known.length === 0 && sources[index] === 'pronoun');
  return {
    source: (['named', 'description', 'pronoun'] as const).find((source) => sources.includes(source)) ?? 'none',
    speakers: isUnknown
      ? null
      : {
          is: mentions.map((mention, index) => {
            const known = names[index] ?? [];
            return known.length > 0 ? { names: known, form: 'person' } : { names: [wordsOf(mention)], form: 'unnamed' };
          }),
        },
    mentions: mentions.flatMap(({ spans }) => spans),
  };
}
