import type { ImportLine } from '../../main/contract/index.ts';
import { ferry, notice, port } from './honest-package.ts';
import { agree, type Forged, type PackageDraft } from './package-draft.ts';

/** One way in which a package is forged or broken, and what becomes of it. */
export interface Forgery {
  readonly name: string;
  /** One change of an honest package. */
  readonly forge: (draft: PackageDraft) => void;
  /** Of all lines of the report, in any order. */
  readonly outcomes: readonly ImportLine['outcome'][];
  /** What the report's lines say of it. */
  readonly said: RegExp;
  /** Words that may be nowhere in the library afterwards. */
  readonly never?: readonly string[];
}

const allRefused = ['refused'] as const;
const oneRefused = ['refused', 'taken', 'taken'] as const;
const oneInPart = ['partial', 'taken', 'taken'] as const;

function changeArticle(draft: PackageDraft, title: string, change: (record: Forged) => void): void {
  draft.change(draft.article(title), change);
}

const events = 'events.jsonl';

/** What a package says of itself as a whole: nothing is taken before all of it was looked at. */
const broken: readonly Forgery[] = [
  {
    name: 'a line of the log that breaks off',
    forge: (draft) => draft.setText(events, `${draft.text(events)}{"id":`),
    outcomes: allRefused,
    said: /data\/events\.jsonl, line \d+, .*not whole JSON.*Nothing was taken/s,
  },
  {
    name: 'a line of the log that is no event',
    forge: (draft) => draft.setText(events, `${draft.text(events)}{"id":"1","at":"2024-01-01"}\n`),
    outcomes: allRefused,
    said: /data\/events\.jsonl, line \d+, .*Nothing was taken/s,
  },
  {
    name: 'a log whose bytes are no text',
    forge: (draft) =>
      draft.members.set(events, Buffer.concat([draft.members.get(events) ?? Buffer.of(), Buffer.of(0xff, 0x0a)])),
    outcomes: allRefused,
    said: /data\/events\.jsonl, line \d+, .*UTF-8/s,
  },
  {
    name: 'a list of collections that breaks off',
    forge: (draft) => draft.setText('collections.json', '{'),
    outcomes: allRefused,
    said: /data\/collections\.json, line 1, .*Nothing was taken/s,
  },
  {
    name: 'collections that are no list',
    forge: (draft) => draft.setText('collections.json', '{"a": 1}'),
    outcomes: allRefused,
    said: /data\/collections\.json, line 1, .*no list/s,
  },
  {
    name: 'a collection without a name',
    forge: (draft) => draft.change('collections.json', (list) => delete list[1].name),
    outcomes: allRefused,
    said: /data\/collections\.json, line (?!1,)\d+, .*name/s,
  },
  {
    name: 'a collection that stands in itself',
    forge: (draft) =>
      draft.change('collections.json', (list) => {
        list[0].parent = list[1].id;
      }),
    outcomes: allRefused,
    said: /data\/collections\.json.*under one that is not before it/s,
  },
  {
    name: 'a collection of articles that are not in the package',
    forge: (draft) =>
      draft.change('collections.json', (list) => {
        list[0].articles.push({ article: '01900000-0000-7000-8000-000000000000', position: 9 });
      }),
    outcomes: allRefused,
    said: /names the article .* which is not in the package/s,
  },
  {
    name: 'a list of codes that breaks off',
    forge: (draft) => draft.setText('codes.json', draft.text('codes.json').slice(0, -20)),
    outcomes: allRefused,
    said: /data\/codes\.json, line \d+, .*Nothing was taken/s,
  },
  {
    name: 'codes that stand under each other in a circle',
    forge: (draft) =>
      draft.change('codes.json', (list) => {
        list[0].parent = list[1].id;
      }),
    outcomes: allRefused,
    said: /data\/codes\.json.*under one that is not before it/s,
  },
  {
    name: 'two codes with one id',
    forge: (draft) =>
      draft.change('codes.json', (list) => {
        list[1].id = list[0].id;
        list[1].parent = null;
      }),
    outcomes: allRefused,
    said: /data\/codes\.json.*the id of another entry/s,
  },
  {
    name: 'what is awaited, broken in its middle',
    forge: (draft) => draft.setText('awaited.jsonl', `{"url":\n${draft.text('awaited.jsonl')}`),
    outcomes: allRefused,
    said: /data\/awaited\.jsonl, line 1, .*Nothing was taken/s,
  },
  {
    name: 'a package that says that a newer version wrote it',
    forge: (draft) =>
      draft.change('library.json', (library) => {
        library.version = 99;
      }),
    outcomes: allRefused,
    said: /newer Verbatim/,
  },
  {
    name: 'a package that says nothing of itself',
    forge: (draft) => draft.setText('library.json', ''),
    outcomes: allRefused,
    said: /data\/library\.json, line 1/,
  },
  {
    name: 'a package that has lost what it says that it holds',
    forge: (draft) => draft.members.delete(draft.article(ferry.title)),
    outcomes: ['refused', 'taken', 'taken'],
    said: /says that it holds 3 articles; 2 are there/,
    never: [ferry.paragraph],
  },
];

/** Records of articles that contradict themselves. The others are taken. */
const contradicting: readonly Forgery[] = [
  {
    name: 'an article that breaks off',
    forge: (draft) => {
      const member = draft.article(ferry.title);
      draft.setText(member, draft.text(member).slice(0, -300));
    },
    outcomes: oneRefused,
    said: /articles\/.*, line \d+, .*not whole JSON/s,
    never: [ferry.paragraph],
  },
  {
    name: 'an article with a block of no kind',
    forge: (draft) =>
      changeArticle(draft, ferry.title, ({ revisions }) => {
        revisions[0].document.blocks[0].kind = 'script';
      }),
    outcomes: oneRefused,
    said: /articles\/.*, line (?!1,)\d+, .*revisions\.0\.document/s,
    never: [ferry.paragraph],
  },
  {
    name: 'a text that does not have its hash',
    forge: (draft) =>
      changeArticle(draft, port.title, ({ revisions }) => {
        revisions[0].text = revisions[0].text.replace('will not build', 'will build');
      }),
    outcomes: oneRefused,
    said: /text of revision 1 does not have its hash/,
    never: ['will build'],
  },
  {
    name: 'blocks that say something else than the text',
    forge: (draft) => {
      const member = draft.article(port.title);
      const change = ({ revisions }: Forged): void => {
        for (const { content } of revisions[0].document.blocks)
          if (content !== undefined) content.text = content.text.replace('will not build', 'will build');
      };
      draft.change(member, change);
    },
    outcomes: oneRefused,
    said: /blocks of revision 1 do not give its text/,
    never: ['will build'],
  },
  {
    name: 'an article without its original',
    forge: (draft) => {
      const { original } = draft.json(draft.article(notice.title)).captures[0];
      for (const member of draft.members.keys()) if (member.includes(original)) draft.members.delete(member);
    },
    outcomes: oneRefused,
    said: /lacks the original/,
    never: [notice.paragraph],
  },
  {
    name: 'an original whose bytes are others',
    forge: (draft) => {
      const { original } = draft.json(draft.article(notice.title)).captures[0];
      for (const member of draft.members.keys())
        if (member.includes(original)) draft.setText(member, draft.text(member).replace('basin', 'quay'));
    },
    outcomes: oneRefused,
    said: /is not the original that its name says/,
    never: [notice.paragraph],
  },
  {
    name: 'a revision of a capture that is not there',
    forge: (draft) =>
      changeArticle(draft, ferry.title, ({ revisions }) => {
        revisions[0].capture = '01900000-0000-7000-8000-000000000000';
      }),
    outcomes: oneRefused,
    said: /belongs to a capture that is not in the record/,
    never: [ferry.paragraph],
  },
  {
    name: 'a current revision that is not there',
    forge: (draft) =>
      changeArticle(draft, ferry.title, (record) => {
        record.current = '01900000-0000-7000-8000-000000000000';
      }),
    outcomes: oneRefused,
    said: /does not hold the revision that it calls current/,
    never: [ferry.paragraph],
  },
  {
    name: 'an article that was added in the future',
    forge: (draft) =>
      changeArticle(draft, ferry.title, (record) => {
        record.added = '2199-01-01T00:00:00.000Z';
      }),
    outcomes: oneRefused,
    said: /added on 2199.*still to come/,
    never: [ferry.paragraph],
  },
  {
    name: 'a statement that was made on no date',
    forge: (draft) =>
      changeArticle(draft, port.title, ({ statements }) => {
        statements[0].created = 'yesterday';
      }),
    outcomes: oneRefused,
    said: /“yesterday”, which is no date/,
    never: [port.last],
  },
  {
    name: 'one id twice in an article',
    forge: (draft) =>
      changeArticle(draft, port.title, ({ statements, annotations }) => {
        annotations[0].id = statements[0].id;
      }),
    outcomes: oneRefused,
    said: /The id .* stands in the record twice/,
    never: [port.last],
  },
  {
    name: 'two articles with one id',
    forge: (draft) => {
      const { id } = draft.json(draft.articles[0] ?? '');
      draft.change(draft.articles[1] ?? '', (record) => {
        const own = record.id;
        record.id = id;
        draft.change('collections.json', (list) => {
          for (const { articles } of list) for (const one of articles) if (one.article === own) one.article = id;
        });
      });
    },
    outcomes: oneRefused,
    said: /belongs to another article of the package already/,
  },
];

/** Marks that say other words than those at their places. The article is taken without them. */
const marks: readonly Forgery[] = [
  {
    name: 'a statement that quotes what nobody said',
    forge: (draft) =>
      changeArticle(draft, port.title, ({ statements }) => {
        statements[0].quote = '“We will build it,”';
      }),
    outcomes: oneInPart,
    said: /The statement ““We will build it,”” was left out: the words at its place/,
    never: ['We will build it'],
  },
  {
    name: 'an annotation whose place lies beyond the text',
    forge: (draft) =>
      changeArticle(draft, port.title, ({ annotations }) => {
        annotations[0].placements[0].end = 100_000;
      }),
    outcomes: oneInPart,
    said: /The annotation .* was left out/,
    never: ['Compare with May'],
  },
  {
    name: 'a mark in a revision that is not in the record',
    forge: (draft) =>
      changeArticle(draft, port.title, ({ annotations }) => {
        annotations[0].placements.push({
          ...annotations[0].placements[0],
          revision: '01900000-0000-7000-8000-000000000000',
        });
      }),
    outcomes: oneInPart,
    said: /has a place in a revision that is not in the record/,
    never: ['Compare with May'],
  },
  {
    name: 'surroundings of a mark that are not those of its words',
    forge: (draft) =>
      changeArticle(draft, port.title, ({ annotations }) => {
        annotations[0].prefix = 'It is a lie that the costs will be ';
      }),
    outcomes: ['taken', 'taken', 'taken'],
    said: /null/,
    never: ['It is a lie'],
  },
];

/** What is told of statements, of people and of captures, and when it was done. */
const told: readonly Forgery[] = [
  {
    name: 'a line of the log from a time to come',
    forge: (draft) => {
      const [first = '', ...rest] = draft.text(events).split('\n');
      draft.setText(
        events,
        [JSON.stringify({ ...JSON.parse(first), at: '2199-01-01T00:00:00.000Z' }), ...rest].join('\n'),
      );
    },
    outcomes: allRefused,
    said: /events\.jsonl, line 1.*2199.*still to come/,
  },
  {
    name: 'a code that was made on no date',
    forge: (draft) =>
      draft.change('codes.json', (codes) => {
        codes[0].created = 'yesterday';
      }),
    outcomes: allRefused,
    said: /codes\.json.*“yesterday”, which is no date/,
  },
  {
    name: 'an article that was published on no date',
    forge: (draft) =>
      changeArticle(draft, port.title, ({ revisions }) => {
        revisions[0].metadata.published = { value: 'garbage', precision: 'day' };
      }),
    outcomes: oneRefused,
    said: /line \d+.*published\.value: a date/,
    never: ['garbage', port.last],
  },
  {
    name: 'a language that is none',
    forge: (draft) =>
      changeArticle(draft, port.title, ({ revisions }) => {
        revisions[0].metadata.language = '日本語!';
      }),
    outcomes: ['taken', 'taken', 'taken'],
    said: /null/,
  },
  {
    name: 'a code of a number that no database holds',
    forge: (draft) =>
      draft.change('codes.json', (codes) => {
        codes[0].color = 1e300;
      }),
    outcomes: allRefused,
    said: /codes\.json, line \d+.*color/,
  },
  {
    name: 'a collection at a place that no database holds',
    forge: (draft) =>
      draft.change('collections.json', (collections) => {
        collections[0].position = 1e300;
      }),
    outcomes: allRefused,
    said: /collections\.json, line \d+.*position/,
  },
  {
    name: 'a revision of a number that no database holds',
    forge: (draft) =>
      changeArticle(draft, port.title, ({ revisions }) => {
        revisions[0].number = 1e300;
      }),
    outcomes: oneRefused,
    said: /line \d+.*revisions\.0\.number/,
    never: [port.last],
  },
  {
    name: 'a web archive of a size that no database holds',
    forge: (draft) =>
      changeArticle(draft, port.title, ({ captures }) => {
        const archive = { name: 'crawl.warc', bytes: 1e300, sha256: null };
        captures[0].source = { container: 'crawl.warc', member: port.url, record: null, archive };
      }),
    outcomes: oneRefused,
    said: /line \d+.*source\.archive\.bytes/,
    never: [port.last],
  },
  {
    name: 'a role that somebody has since no date',
    forge: (draft) =>
      draft.change('library.json', ({ speakers }) => {
        const id = '01900000-0000-7000-8000-000000000001';
        speakers[0].roles = [{ id, role: 'king', organization: null, since: 'yesterday', until: null, article: null }];
      }),
    outcomes: allRefused,
    said: /library\.json, line \d+.*since/,
  },
  {
    name: 'somebody without a name',
    forge: (draft) =>
      draft.change('library.json', ({ speakers }) => {
        speakers[0].name = ' ';
      }),
    outcomes: allRefused,
    said: /library\.json, line \d+.*name/,
  },
  {
    name: 'a statement of somebody without a name',
    forge: (draft) =>
      changeArticle(draft, port.title, ({ statements }) => {
        statements[0].speaker.name = '';
      }),
    outcomes: oneRefused,
    said: /line \d+.*statements\.0\.speaker\.name/,
    never: [port.last],
  },
  {
    name: 'a statement of several who speak together with nobody',
    forge: (draft) =>
      changeArticle(draft, port.title, ({ statements }) => {
        const [statement] = statements;
        statement.jointly = [{ speaker: statement.speaker, role: null, organization: null }];
        statement.speaker = null;
      }),
    outcomes: oneRefused,
    said: /statements\.0: a speaker with whom the others speak/,
    never: [port.last],
  },
  {
    name: 'a statement that was said on no date',
    forge: (draft) =>
      changeArticle(draft, port.title, ({ statements }) => {
        statements[0].said = 'last week';
      }),
    outcomes: oneRefused,
    said: /line \d+.*statements\.0\.said/,
    never: [port.last, 'last week'],
  },
  {
    name: 'a suggestion that is surer than sure',
    forge: (draft) =>
      changeArticle(draft, port.title, ({ statements }) => {
        statements[0].confidence = 7;
      }),
    outcomes: oneRefused,
    said: /line \d+.*statements\.0\.confidence/,
    never: [port.last],
  },
  {
    name: 'a cue that the article does not have',
    forge: (draft) =>
      changeArticle(draft, port.title, ({ statements }) => {
        for (const statement of statements) statement.cue = 'lied in court:';
      }),
    outcomes: ['taken', 'taken', 'taken'],
    said: /null/,
    never: ['lied in court'],
  },
  {
    name: 'words to be found by that stand under no picture',
    forge: (draft) =>
      changeArticle(draft, port.title, ({ revisions }) => {
        revisions[0].captions = 'The minister resigns';
      }),
    outcomes: ['taken', 'taken', 'taken'],
    said: /null/,
    never: ['The minister resigns'],
  },
];

/** The blocks of an article's only revision. */
function changeBlocks(draft: PackageDraft, title: string, change: (blocks: Forged[], revision: Forged) => void): void {
  changeArticle(draft, title, (record) => {
    const [revision] = record.revisions;
    change(revision.document.blocks, revision);
    agree(record);
  });
}

const paragraph = (text: string): Forged => ({
  kind: 'paragraph',
  role: 'body',
  purpose: null,
  content: { text, marks: [] },
});

function indexOfBlock(blocks: readonly Forged[], words: string): number {
  const index = blocks.findIndex((block) => block.content?.text?.includes(words));
  if (index === -1) throw new Error(`no block says: ${words}`);
  return index;
}

const notTaken = /reading copy|revision 1 was not taken: its original .*The original was read here instead/s;

/** Reading copies that say what their originals do not. The original is read instead. */
const words: readonly Forgery[] = [
  {
    name: 'words left out of a sentence and logged as hidden',
    forge: (draft) =>
      changeArticle(draft, port.title, (record) => {
        const [revision] = record.revisions;
        const block = revision.document.blocks[indexOfBlock(revision.document.blocks, 'shared between')];
        block.content = { text: block.content.text.replace('the port and ', ''), marks: [] };
        revision.removals.push({ step: 'hidden', reason: 'The page hides it.', text: 'the port and' });
        agree(record);
      }),
    outcomes: oneInPart,
    said: notTaken,
    never: ['shared between the town'],
  },
  {
    name: 'a “not” left out and logged as hidden',
    forge: (draft) =>
      changeArticle(draft, port.title, (record) => {
        const [revision] = record.revisions;
        revision.removals.push({ step: 'hidden', reason: 'The page hides it.', text: 'not' });
        const block = revision.document.blocks[indexOfBlock(revision.document.blocks, 'We will')];
        block.content = { text: block.content.text.replace('will not build', 'will build'), marks: [] };
        agree(record);
      }),
    outcomes: oneInPart,
    said: notTaken,
    never: ['We will build'],
  },
  {
    name: 'what the page does hide, left out where it does not stand',
    forge: (draft) =>
      draft.reword(port.title, (text) => text.replace('names the quay and not the basin', 'names the basin')),
    outcomes: oneInPart,
    said: notTaken,
    never: ['names the basin'],
  },
  {
    name: 'a word put in',
    forge: (draft) =>
      draft.reword(port.title, (text) => text.replace('We will not build it', 'We will never build it')),
    outcomes: oneInPart,
    said: /its original does not hold ““We will never build it.*read here instead/s,
    never: ['never build'],
  },
  {
    name: 'a word moved inside its sentence',
    forge: (draft) =>
      draft.reword(port.title, (text) => text.replace('the quay and not the basin', 'not the quay and the basin')),
    outcomes: oneInPart,
    said: notTaken,
    never: ['not the quay and the basin'],
  },
  {
    name: 'a sentence cut at its beginning',
    forge: (draft) =>
      draft.reword(port.title, (text) => text.replace(/^The council meets again on Thursday, and /u, '')),
    outcomes: oneInPart,
    said: notTaken,
  },
  {
    name: 'a sentence cut at its end',
    forge: (draft) =>
      draft.reword(port.title, (text) => text.replace(', as both of them have agreed in the spring.', '')),
    outcomes: oneInPart,
    said: notTaken,
  },
  {
    name: 'a sentence joined of two that stand far apart',
    forge: (draft) =>
      draft.reword(port.title, (text) =>
        text === port.last ? 'The costs will be shared between the basin as unsafe.' : text,
      ),
    outcomes: oneInPart,
    said: notTaken,
    never: ['between the basin'],
  },
  {
    name: 'a sentence made of paragraphs of one word',
    forge: (draft) =>
      changeBlocks(draft, port.title, (blocks) => {
        const made = ['We', 'will', 'build', 'it'].map(paragraph);
        blocks.splice(indexOfBlock(blocks, 'We will'), 1, ...made);
      }),
    outcomes: oneInPart,
    said: notTaken,
    never: ['We\\n\\nwill\\n\\nbuild'],
  },
  {
    name: 'a sentence made of the items of a list',
    forge: (draft) =>
      changeBlocks(draft, port.title, (blocks) => {
        const items = ['“We', 'will', 'build it,”'].map((text) => ({ depth: 0, content: { text, marks: [] } }));
        blocks.push({ kind: 'list', role: 'body', purpose: null, ordered: false, items });
      }),
    outcomes: oneInPart,
    said: notTaken,
    never: ['build it,”\\n'],
  },
  {
    name: 'a sentence made of the cells of a table',
    forge: (draft) =>
      changeBlocks(draft, port.title, (blocks) => {
        const cells = ['We', 'will', 'build', 'it'].map((text) => ({ text, marks: [] }));
        blocks.push({ kind: 'table', role: 'body', purpose: null, caption: null, rows: [{ header: false, cells }] });
      }),
    outcomes: oneInPart,
    said: notTaken,
  },
  {
    name: 'paragraphs in another order',
    forge: (draft) =>
      changeBlocks(draft, port.title, (blocks) => {
        const [last] = blocks.splice(indexOfBlock(blocks, 'The council meets again'), 1);
        blocks.splice(indexOfBlock(blocks, 'shared between'), 0, last);
      }),
    outcomes: oneInPart,
    said: /has “.*” in another place.*read here instead/s,
  },
  {
    name: 'a paragraph that says the same twice',
    forge: (draft) =>
      changeBlocks(draft, port.title, (blocks) => {
        const index = indexOfBlock(blocks, 'We will');
        blocks.splice(index, 0, blocks[index]);
      }),
    outcomes: oneInPart,
    said: notTaken,
  },
  {
    name: 'another caption under a picture',
    forge: (draft) =>
      changeBlocks(draft, port.title, (blocks, revision) => {
        for (const block of blocks)
          if (block.kind === 'figure') block.caption = { text: 'The quay after the bribe', marks: [] };
        revision.captions = 'The quay after the bribe';
      }),
    outcomes: oneInPart,
    said: notTaken,
    never: ['bribe'],
  },
  {
    name: 'another description of a picture',
    forge: (draft) =>
      changeBlocks(draft, port.title, (blocks) => {
        for (const block of blocks) if (block.kind === 'figure') block.alternative = 'A bribe is handed over';
      }),
    outcomes: oneInPart,
    said: notTaken,
    never: ['bribe'],
  },
  {
    name: 'words in what is set aside as furniture',
    forge: (draft) =>
      changeBlocks(draft, port.title, (blocks) =>
        blocks.push({ ...paragraph('All of this was denied.'), role: 'furniture', purpose: 'other' }),
      ),
    outcomes: oneInPart,
    said: notTaken,
    never: ['denied'],
  },
  {
    name: 'a page that is called a text, with its code for words',
    forge: (draft) =>
      changeArticle(draft, port.title, (record) => {
        record.captures[0].format = 'text';
        record.revisions[0].document.blocks = [paragraph('"@type":"NewsArticle","headline":"Harbour plan is put off"')];
        agree(record);
      }),
    outcomes: oneInPart,
    said: /is no text, as its record says, but html/,
    never: ['NewsArticle'],
  },
  {
    name: 'an article made of another one’s original',
    forge: (draft) => {
      const other = draft.json(draft.article(notice.title)).captures[0];
      changeArticle(draft, port.title, ({ captures }) => {
        Object.assign(captures[0], {
          original: other.original,
          bytes: other.bytes,
          format: other.format,
          name: other.name,
        });
      });
      draft.members.delete(draft.article(notice.title));
      draft.change('library.json', (library) => {
        library.articles = 2;
      });
    },
    outcomes: ['partial', 'taken'],
    said: notTaken,
    never: ['We will not build'],
  },
];

/** What a record says of its stored files. */
const files: readonly Forgery[] = [
  {
    name: 'a picture of another type',
    forge: (draft) =>
      changeArticle(draft, port.title, ({ revisions }) => {
        revisions[0].images[0].mediaType = 'image/svg+xml';
      }),
    outcomes: oneRefused,
    said: /is no picture of the type image\/svg\+xml/,
    never: [port.last],
  },
  {
    name: 'a page that is called a picture',
    forge: (draft) =>
      changeArticle(draft, port.title, ({ captures, revisions }) => {
        revisions[0].images[0] = { sha256: captures[0].original, bytes: captures[0].bytes, mediaType: 'image/png' };
      }),
    outcomes: oneRefused,
    said: /is no picture of the type image\/png/,
    never: [port.last],
  },
  {
    name: 'an original of another size',
    forge: (draft) =>
      changeArticle(draft, ferry.title, ({ captures }) => {
        captures[0].bytes = 1;
      }),
    outcomes: oneRefused,
    said: /does not have as many bytes/,
    never: [ferry.paragraph],
  },
  {
    name: 'a format that nobody reads',
    forge: (draft) =>
      changeArticle(draft, ferry.title, ({ captures }) => {
        captures[0].format = 'oracle';
      }),
    outcomes: oneRefused,
    said: /no reader for “oracle”/,
    never: [ferry.paragraph],
  },
];

/** Who and what an article claims to be. */
const identities: readonly Forgery[] = [
  {
    name: 'an address that the original does not have',
    forge: (draft) =>
      changeArticle(draft, ferry.title, (record) => {
        record.url = 'https://example.org/somebody-else';
      }),
    outcomes: ['taken', 'taken', 'taken'],
    said: /null/,
    never: ['somebody-else'],
  },
  {
    name: 'a title in the lists that the reading copy does not have',
    forge: (draft) =>
      changeArticle(draft, ferry.title, (record) => {
        record.title = 'Ferry has sunk';
        record.byline = ['Somebody Else'];
        record.published = '1999-01-01';
      }),
    outcomes: ['taken', 'taken', 'taken'],
    said: /null/,
    never: ['Ferry has sunk', 'Somebody Else', '1999-01-01'],
  },
];

/** All of them. */
export const forgeries: readonly Forgery[] = [
  ...broken,
  ...contradicting,
  ...marks,
  ...told,
  ...words,
  ...files,
  ...identities,
];
