import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { packDocument } from '../../db/packed-document.ts';
import { DatabasePool } from '../../db/pool.ts';
import type { NewSuggestion } from '../../db/queries/statements.ts';
import type { TakenIn } from '../../db/queries/take-in.ts';
import { packContents } from '../../db/revision-contents.ts';
import type {
  ArticleId,
  ArticleMetadata,
  Events,
  EventTopic,
  ReadingDocument,
  RevisionId,
} from '../../main/contract/index.ts';
import { canonicalText, sketchOf } from '../../main/contract/index.ts';
import { annotationHandlers } from '../../main/core/annotations/handlers.ts';
import { codeHandlers } from '../../main/core/codes/handlers.ts';
import { collectionHandlers } from '../../main/core/collections/handlers.ts';
import type { CoreContext } from '../../main/core/context.ts';
import { Downloads } from '../../main/core/export/downloads.ts';
import { ParserPool } from '../../main/core/extract/parser-pool.ts';
import { countWords } from '../../main/core/extract/reading-copy.ts';
import { Grants } from '../../main/core/grants.ts';
import { JobRegistry } from '../../main/core/jobs/registry.ts';
import { ChangeFeed } from '../../main/core/library/change-feed.ts';
import { LibraryLog } from '../../main/core/log/library-log.ts';
import { OriginalStore } from '../../main/core/originals/store.ts';
import { statementHandlers } from '../../main/core/statements/handlers.ts';
import { TextThreads } from '../../main/core/texts/text-threads.ts';
import { FolderWatch, watchPace } from '../../main/core/watch/folder-watch.ts';

const opened: MarkedLibrary[] = [];
afterEach(async () => {
  for (const library of opened.splice(0)) await library.end();
});

/** A library on disk with the modules that write marks, without the import: articles are given as paragraphs. */
export async function openMarkedLibrary(): Promise<MarkedLibrary> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-marks-'));
  mkdirSync(join(folder, 'library'));
  const pool = await DatabasePool.open({
    file: join(folder, 'library', 'library.sqlite'),
    mode: 'write',
    agent: 'Verbatim test',
  });
  const library = new MarkedLibrary(folder, pool);
  opened.push(library);
  return library;
}

export interface Story {
  readonly title?: string;
  readonly byline?: readonly string[];
  readonly captions?: string;
  readonly url?: string;
  readonly publication?: string;
  readonly published?: string;
  readonly captured?: string;
  readonly paragraphs: readonly string[];
  readonly suggestions?: (text: string) => readonly NewSuggestion[];
}

export class MarkedLibrary {
  readonly pool: DatabasePool;
  readonly context: CoreContext;
  readonly events: { topic: EventTopic; payload: unknown }[] = [];
  readonly annotations;
  readonly codes;
  readonly statements;
  readonly collections;
  readonly call = { signal: new AbortController().signal };
  readonly #folder: string;

  constructor(folder: string, pool: DatabasePool) {
    this.#folder = folder;
    this.pool = pool;
    const libraryPath = join(folder, 'library');
    this.context = {
      libraryPath,
      pool,
      originals: new OriginalStore(libraryPath),
      parsers: new ParserPool(),
      texts: new TextThreads(),
      jobs: new JobRegistry({
        handlers: () => {
          throw new Error('these modules start no jobs');
        },
        changed: () => undefined,
        forgotten: () => undefined,
      }),
      watch: new FolderWatch(() => this.context, watchPace),
      grants: new Grants(),
      downloads: new Downloads(),
      agent: 'Verbatim test',
      log: new LibraryLog(null),
      changes: new ChangeFeed((payload) => this.events.push({ topic: 'library.changed', payload })),
      emit: <Topic extends EventTopic>(topic: Topic, payload: Events[Topic]) => {
        this.events.push({ topic, payload });
      },
    };
    this.annotations = annotationHandlers(this.context);
    this.codes = codeHandlers(this.context);
    this.statements = statementHandlers(this.context);
    this.collections = collectionHandlers(this.context);
  }

  async end(): Promise<void> {
    await this.context.texts.close();
    await this.context.parsers.close();
    await this.pool.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Takes a story in as a text file would be; the same URL with other words makes a new revision. */
  async take(story: Story): Promise<TakenIn & { readonly text: string }> {
    const title = story.title ?? 'Quay closes for dredging';
    const document: ReadingDocument = {
      blocks: story.paragraphs.map((text) => ({
        kind: 'paragraph',
        role: 'body',
        purpose: null,
        content: { text, marks: [] },
      })),
    };
    const { text } = canonicalText(document);
    const original = await this.context.originals.put(new TextEncoder().encode(`${title}\n\n${text}\n`));
    const metadata: ArticleMetadata = {
      title,
      subheading: null,
      byline: story.byline ?? ['Tomas Reyl'],
      publication: story.publication ?? null,
      section: null,
      published: story.published === undefined ? null : { value: story.published, precision: 'day' },
      modified: null,
      url: story.url ?? null,
      language: 'en',
      description: null,
      leadImage: null,
      sources: {},
    };
    const [taken] = await this.pool.writeBatch(
      'takeIn.commit',
      [
        {
          capture: {
            original: { sha256: original.sha256, bytes: original.bytes, mediaType: 'text/plain' },
            part: '',
            name: 'story.txt',
            format: 'text',
            url: story.url ?? null,
            captured: story.captured ?? null,
            capturedBy: story.captured === undefined ? null : 'original',
            fileDated: null,
            modified: null,
            source: null,
            archive: null,
          },
          packed: packDocument({
            revision: {
              extractor: 'text/1',
              title,
              byline: story.byline ?? ['Tomas Reyl'],
              publication: story.publication ?? null,
              published: story.published ?? null,
              publishedKey: story.published ?? null,
              language: 'en',
              metadata: JSON.stringify(metadata),
              contents: packContents(JSON.stringify(document), text, '[]'),
              text,
              sha256: createHash('sha256').update(text).digest('hex'),
              captions: story.captions ?? '',
              people: '[]',
              words: countWords(text, null),
              sketch: sketchOf(text),
              images: [],
            },
            statements: story.suggestions?.(text) ?? [],
          }),
        },
      ],
      { agent: 'Verbatim test', collection: null },
    );
    if (taken === undefined) throw new Error('nothing was taken in');
    return { ...taken, text };
  }

  /** What the log says of a kind of subject, oldest first. */
  async log(kind: string): Promise<string[]> {
    const { rows } = await this.pool.read('events.list', { offset: 0, limit: 500 });
    return rows
      .filter((event) => event.kind === kind)
      .map((event) => event.detail)
      .reverse();
  }

  /** Whether both indexes agree with the tables. */
  async indexIsRight(): Promise<boolean> {
    return (await this.pool.maintain({}, 'check.searchIndex')).ok;
  }

  /** Marks words of an article's text; the first place where they stand. */
  mark(
    article: { readonly article: ArticleId; readonly revision: RevisionId; readonly text: string },
    words: string,
    rest: {
      readonly note?: string;
      readonly codes?: Parameters<MarkedLibrary['annotations']['annotations.create']>[0]['codes'];
    } = {},
  ) {
    const start = article.text.indexOf(words);
    if (start === -1) throw new Error(`the article does not say: ${words}`);
    return this.annotations['annotations.create'](
      {
        article: article.article,
        revision: article.revision,
        start,
        end: start + words.length,
        color: 'amber',
        note: rest.note ?? '',
        codes: rest.codes ?? [],
      },
      this.call,
    );
  }
}
