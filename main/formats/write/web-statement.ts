import {
  type ArticleRecord,
  headingName,
  type PreciseDate,
  type StatementRecord,
  sealInWords,
} from '../../contract/index.ts';
import { hashAddress } from '../shared/hash-address.ts';
import {
  confirmedBy,
  currentRevision,
  type LeavingArticle,
  type LeavingPeople,
  placeOf,
  revisionOf,
  type Speaking,
  sealedWords,
  speakingIn,
} from './marks.ts';
import { annotationContext, sourceOf, stateOf } from './web-annotation.ts';

/**
 * Statements as Web Annotations (decision 0237): the words are the target, and the body, of the purpose that the model
 * calls `describing`, is a schema.org `Quotation` with those to whom the article attributes it. What neither the model
 * nor schema.org has a word for has one of ours, in `verbatim:`. Every term that the model's own context lacks is
 * stated here, so that nothing needs to be fetched.
 */
export const statementTerms = {
  schema: 'http://schema.org/',
  verbatim: 'urn:verbatim:terms:',
  Quotation: 'schema:Quotation',
  Role: 'schema:Role',
  Article: 'schema:Article',
  MediaObject: 'schema:MediaObject',
  DefinedTerm: 'schema:DefinedTerm',
  text: 'schema:text',
  inLanguage: 'schema:inLanguage',
  spokenByCharacter: 'schema:spokenByCharacter',
  roleName: 'schema:roleName',
  alternateName: 'schema:alternateName',
  dateCreated: 'schema:dateCreated',
  isPartOf: 'schema:isPartOf',
  isBasedOn: 'schema:isBasedOn',
  headline: 'schema:headline',
  publisher: 'schema:publisher',
  datePublished: 'schema:datePublished',
  url: { '@id': 'schema:url', '@type': '@id' },
  about: 'schema:about',
  sha256: 'schema:sha256',
  organization: 'verbatim:organization',
  described: 'verbatim:described',
  datePrecision: 'verbatim:datePrecision',
  kind: 'verbatim:kind',
  decision: 'verbatim:decision',
  decidedBy: 'verbatim:decidedBy',
  confidence: 'verbatim:confidence',
  cue: 'verbatim:cue',
  rule: 'verbatim:rule',
  speakerKnownBy: 'verbatim:speakerKnownBy',
  couldHaveBeen: 'verbatim:couldHaveBeen',
  placement: 'verbatim:placement',
  seal: 'verbatim:seal',
  sealInWords: 'verbatim:sealInWords',
  wordsNow: 'verbatim:wordsNow',
} as const;

/** One statement, with the selectors by which it was made: a target a stretch, where its cue interrupts it. */
export function statementToJsonLd(leaving: LeavingArticle, statement: StatementRecord, agent: string) {
  const { article } = leaving;
  return {
    '@context': [annotationContext, statementTerms],
    id: `urn:uuid:${statement.id}`,
    type: 'Annotation',
    motivation: 'describing',
    created: statement.created,
    modified: statement.modified,
    generator: { type: 'Software', name: agent },
    body: quotationOf(leaving, statement),
    target: stretchesOf(statement).map((selector) => ({
      type: 'SpecificResource',
      source: sourceOf(article),
      scope: `urn:uuid:${article.id}`,
      selector,
      state: stateOf(article, revisionOf(article, statement.madeIn)),
    })),
  };
}

function quotationOf(leaving: LeavingArticle, statement: StatementRecord) {
  const { article, codesOn, codebook, confirmedByPackage, people } = leaving;
  const { seal, original, madeOn } = sealedWords(article, statement);
  const { placement, words } = placeOf(article, statement);
  const speaking = speakingIn(statement);
  const codes = codesOn.get(statement.id) ?? [];
  const decidedBy = confirmedBy(statement, confirmedByPackage);
  return {
    type: 'Quotation',
    text: madeOn ?? words,
    ...(madeOn === null ? {} : { wordsNow: words }),
    ...(article.language === null ? {} : { inLanguage: article.language }),
    ...(speaking.length === 0 ? {} : { spokenByCharacter: speaking.map((one) => roleOf(one, people)) }),
    ...(statement.described === undefined ? {} : { described: statement.described }),
    ...(statement.said === null ? {} : { dateCreated: statement.said, datePrecision: precisionOf(statement.said) }),
    kind: statement.kind,
    decision: statement.state,
    ...(decidedBy === null ? {} : { decidedBy }),
    confidence: statement.confidence,
    ...(statement.cue === null ? {} : { cue: statement.cue }),
    ...reasonOf(statement),
    placement,
    seal,
    sealInWords: sealInWords[seal],
    ...(codes.length === 0
      ? {}
      : {
          about: codes.map((code) => ({
            id: `urn:uuid:${code}`,
            type: 'DefinedTerm',
            label: headingName(codebook.path(code).join(' › ')),
          })),
        }),
    isPartOf: articleOf(article),
    ...(original === null ? {} : { isBasedOn: { id: hashAddress(original), type: 'MediaObject', sha256: original } }),
  };
}

/** schema.org's way of saying in which role somebody stands in a relation: the role repeats the relation. */
function roleOf({ speaker, role, organization }: Speaking, people: LeavingPeople) {
  const person = people.get(speaker.id);
  const aliases = person?.aliases ?? [];
  return {
    type: 'Role',
    ...(role === null ? {} : { roleName: role }),
    ...(organization === null
      ? {}
      : { organization: { id: `urn:uuid:${organization.id}`, type: 'Organization', name: organization.name } }),
    spokenByCharacter: {
      id: `urn:uuid:${speaker.id}`,
      type: person?.kind === 'organization' ? 'Organization' : 'Person',
      name: speaker.name,
      ...(aliases.length === 0 ? {} : { alternateName: aliases }),
    },
  };
}

function reasonOf({ reason }: StatementRecord) {
  if (reason === undefined) return {};
  const { rule, speakerBy, others } = reason;
  return {
    rule,
    ...(speakerBy === null ? {} : { speakerKnownBy: speakerBy }),
    ...(others.length === 0 ? {} : { couldHaveBeen: others }),
  };
}

function articleOf(article: ArticleRecord) {
  return {
    id: `urn:uuid:${article.id}`,
    type: 'Article',
    headline: headingName(article.title),
    ...(article.publication === null
      ? {}
      : { publisher: { type: 'Organization', name: headingName(article.publication) } }),
    ...(article.published === null ? {} : { datePublished: article.published }),
    ...(article.url === null || !URL.canParse(article.url) ? {} : { url: article.url }),
    canonical: hashAddress(currentRevision(article).sha256),
  };
}

/** The precision that a date's own form says. */
export function precisionOf(date: string): PreciseDate['precision'] {
  if (date.length === 4) return 'year';
  if (date.length === 7) return 'month';
  if (date.length === 10) return 'day';
  return /T\d\d:\d\d:\d\d/.test(date) ? 'second' : 'minute';
}

/** So many letters stand around each stretch but the first and the last, whose surroundings are kept. */
const around = 32;

/** What selects the stretches of a statement in the text that it was made in. */
function stretchesOf(statement: StatementRecord) {
  const { quote, gaps = [], prefix, suffix } = statement;
  const made = statement.placements.find(({ revision }) => revision === statement.madeIn);
  const starts = [0, ...gaps.map(({ end }) => end)];
  const ends = [...gaps.map(({ start }) => start), quote.length];
  return starts.map((start, index) => {
    const end = ends[index] ?? quote.length;
    const from = made?.start ?? null;
    return [
      {
        type: 'TextQuoteSelector',
        exact: quote.slice(start, end),
        prefix: `${prefix}${quote.slice(0, start)}`.slice(-around),
        suffix: `${quote.slice(end)}${suffix}`.slice(0, around),
      },
      ...(from === null ? [] : [{ type: 'TextPositionSelector', start: from + start, end: from + end }]),
    ];
  });
}
