import {
  type ArticleRecord,
  type CodeId,
  headingName,
  type OrganizationId,
  type SpeakerId,
  type StatementRecord,
} from '../../../contract/index.ts';
import { currentRevision, type LeavingArticle, leavingStatements, type Speaking, speakingIn } from '../marks.ts';
import { w3cDate } from './dates.ts';
import { names } from './names.ts';
import { element, onLines, pointer, type Xml } from './xml.ts';

/** What is told of the file itself. */
export interface TeiFile {
  /** The program and its version. */
  readonly agent: string;
  readonly at: Date;
}

/** What an article is, where it comes from, who speaks in it and what its codes mean. */
export function headerOf(leaving: LeavingArticle, file: TeiFile): Xml {
  return element(
    'teiHeader',
    {},
    onLines([fileDescription(leaving.article, file), encodingDescription(leaving), profile(leaving)]),
  );
}

function fileDescription(article: ArticleRecord, { agent, at }: TeiFile): Xml {
  const day = at.toISOString().slice(0, 10);
  const title = headingName(article.title);
  const authors = article.byline.map((author) => element('author', {}, headingName(author)));
  return element(
    'fileDesc',
    {},
    onLines([
      element(
        'titleStmt',
        {},
        onLines([
          element('title', {}, title),
          ...authors,
          responsible('program', 'suggested statements and whose words they are, by rules', agent),
          responsible('person', 'decided about statements', 'whoever worked with the library'),
          responsible('package', 'decided about statements, as a package says', 'whoever wrote the package'),
        ]),
      ),
      element(
        'publicationStmt',
        {},
        onLines([
          element('distributor', {}, agent),
          element('date', { when: day }, day),
          element('availability', {}, element('p', {}, 'The rights to the article stay with whoever published it.')),
        ]),
      ),
      element('sourceDesc', {}, onLines([source(article, authors)])),
    ]),
  );
}

function responsible(id: string, what: string, who: string): Xml {
  return element('respStmt', { 'xml:id': id }, element('resp', {}, what), element('name', {}, who));
}

function source(article: ArticleRecord, authors: readonly Xml[]): Xml {
  const revision = currentRevision(article);
  const capture = article.captures.find(({ id }) => id === revision.capture);
  const dated = (type: string, date: string | null): Xml | null =>
    date === null ? null : element('date', { type, when: w3cDate(date) }, date);
  return element(
    'bibl',
    {},
    onLines([
      element('title', { level: 'a' }, headingName(article.title)),
      ...authors,
      article.publication === null ? null : element('title', { level: 'j' }, headingName(article.publication)),
      dated('published', article.published),
      dated('captured', capture?.captured ?? null),
      article.url === null ? null : element('ptr', { target: pointer(article.url) }),
      element('idno', { type: 'UUID' }, article.id),
      capture === undefined ? null : element('idno', { type: 'SHA-256', subtype: 'original' }, capture.original),
      element('idno', { type: 'SHA-256', subtype: 'text' }, revision.sha256),
    ]),
  );
}

const conventions = [
  'The body holds the words of the article’s current revision as they were taken from the original, and nothing else; quotation marks stand as the article has them, outside of said.',
  'Each said holds words of one statement: who points to whoever the article says them of, direct tells quoted words from reported ones, cert and resp tell how sure that is and who says so. A statement that reaches over paragraphs, is interrupted or overlaps another is several elements, linked by prev and next.',
  'What else is known of a statement, with its seal and its hashes, stands at the end, where corresp points to. A seal says how far the words are vouched for; every text was compared with its original when this file was written.',
];

function encodingDescription({ codesOn, codebook }: LeavingArticle): Xml {
  const used = new Set([...codesOn.values()].flat());
  const codes = [...used].toSorted((a, b) => pathOf(a).localeCompare(pathOf(b)));
  function pathOf(code: CodeId): string {
    return codebook.path(code).map(headingName).join(' › ');
  }
  return element(
    'encodingDesc',
    {},
    onLines([
      element('editorialDecl', {}, onLines(conventions.map((text) => element('p', {}, text)))),
      codes.length === 0
        ? null
        : element(
            'classDecl',
            {},
            element(
              'taxonomy',
              { 'xml:id': 'codes' },
              onLines(
                codes.map((code) =>
                  element('category', { 'xml:id': names.code(code) }, element('catDesc', {}, pathOf(code))),
                ),
              ),
            ),
          ),
    ]),
  );
}

function profile(leaving: LeavingArticle): Xml | null {
  const { article } = leaving;
  const people = [...speakers(leaving), ...described(article)];
  const organizations = organizationsOf(leaving);
  const lists = [
    people.length === 0 ? null : element('listPerson', {}, onLines(people)),
    organizations.length === 0 ? null : element('listOrg', {}, onLines(organizations)),
  ].filter((list) => list !== null);
  const language = article.language;
  if (lists.length === 0 && language === null) return null;
  return element(
    'profileDesc',
    {},
    onLines([
      language === null ? null : element('langUsage', {}, element('language', { ident: language }, language)),
      lists.length === 0 ? null : element('particDesc', {}, onLines(lists)),
    ]),
  );
}

/** Everybody who speaks in the article, in the order in which they first do. */
function speaking(article: ArticleRecord): ReadonlyMap<SpeakerId, readonly Speaking[]> {
  return Map.groupBy(leavingStatements(article).flatMap(speakingIn), ({ speaker }) => speaker.id);
}

function isOrganization({ people }: LeavingArticle, id: SpeakerId): boolean {
  return people.get(id)?.kind === 'organization';
}

function speakers(leaving: LeavingArticle): Xml[] {
  return [...speaking(leaving.article)]
    .filter(([id]) => !isOrganization(leaving, id))
    .map(([id, roles]) =>
      element(
        'person',
        { 'xml:id': names.speaker(id) },
        onLines([...namesOf(leaving, id, roles, 'persName'), ...rolesOf(leaving, id, roles)]),
      ),
    );
}

function namesOf(
  { people }: LeavingArticle,
  id: SpeakerId,
  roles: readonly Speaking[],
  name: 'persName' | 'orgName',
): Xml[] {
  const own = roles[0]?.speaker.name ?? '';
  const aliases = people.get(id)?.aliases ?? [];
  return [
    element(name, {}, headingName(own)),
    ...aliases.map((alias) => element(name, { type: 'alias' }, headingName(alias))),
  ];
}

/** Roles as this article gives them, of its day; and those from–to that a person noted. */
function rolesOf({ article, people }: LeavingArticle, id: SpeakerId, roles: readonly Speaking[]): Xml[] {
  const given = new Map(
    roles
      .filter(({ role, organization }) => role !== null || organization !== null)
      .map((one) => [`${one.role}\n${one.organization?.id}`, one]),
  );
  return [
    ...[...given.values()].map(({ role, organization }) =>
      element(
        'affiliation',
        { when: w3cDate(article.published), resp: '#program' },
        role === null ? null : element('roleName', {}, headingName(role)),
        role === null || organization === null ? null : ', ',
        organization === null
          ? null
          : element('orgName', { ref: `#${names.organization(organization.id)}` }, headingName(organization.name)),
      ),
    ),
    ...(people.get(id)?.roles ?? []).map(({ role, organization, since, until }) =>
      element(
        'affiliation',
        { from: w3cDate(since), to: w3cDate(until), resp: '#person' },
        role === null ? null : element('roleName', {}, headingName(role)),
        role === null || organization === null ? null : ', ',
        organization === null ? null : element('orgName', {}, headingName(organization)),
      ),
    ),
  ];
}

function described(article: ArticleRecord): Xml[] {
  return leavingStatements(article).flatMap((statement: StatementRecord) =>
    statement.speaker === null && statement.described !== undefined
      ? [
          element(
            'person',
            { 'xml:id': names.described(statement) },
            element('persName', { type: 'description' }, headingName(statement.described)),
          ),
        ]
      : [],
  );
}

function organizationsOf(leaving: LeavingArticle): Xml[] {
  const spoken = [...speaking(leaving.article)];
  const spokenFor = new Map<OrganizationId, string>();
  for (const { organization } of spoken.flatMap(([, roles]) => roles))
    if (organization !== null) spokenFor.set(organization.id, organization.name);
  return [
    ...spoken
      .filter(([id]) => isOrganization(leaving, id))
      .map(([id, roles]) =>
        element('org', { 'xml:id': names.speaker(id) }, onLines(namesOf(leaving, id, roles, 'orgName'))),
      ),
    ...[...spokenFor].map(([id, name]) =>
      element('org', { 'xml:id': names.organization(id) }, element('orgName', {}, headingName(name))),
    ),
  ];
}
