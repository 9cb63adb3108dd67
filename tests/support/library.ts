import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import {
  type CheckedInput,
  type ImportLine,
  type ImportSummary,
  type JobInput,
  type JobName,
  type JobOutput,
  type MethodInput,
  type MethodName,
  type MethodOutput,
  VerbatimError,
} from '../../main/contract/index.ts';
import { type Core, type CoreCallOptions, createCore } from '../../main/core/create-core.ts';

const opened: TestLibrary[] = [];
afterEach(async () => {
  for (const library of opened.splice(0)) await library.end();
});

/** A real library in a folder of its own, with the whole core over it; gone after the test. */
export async function makeLibrary(name = 'library'): Promise<TestLibrary> {
  const library = new TestLibrary(mkdtempSync(join(tmpdir(), 'verbatim-test-')), name);
  opened.push(library);
  await library.open();
  return library;
}

/** Patience costs tests time; the order of things is the same. */
const testCore = (): Core => createCore({ agent: 'Verbatim test', watchPace: { between: 500, quiet: 150 } });

export class TestLibrary {
  readonly folder: string;
  readonly path: string;
  core: Core = testCore();

  constructor(folder: string, name: string) {
    this.folder = folder;
    this.path = join(folder, name);
  }

  async open(mode: 'read' | 'write' = 'write'): Promise<void> {
    const state = await this.core.openLibrary(this.path, { mode });
    if (state.status !== 'open') throw new VerbatimError('no-library', JSON.stringify(state));
    await this.core.caughtUp();
  }

  /** Closes everything and opens it again, as a second start would. */
  async reopen(mode: 'read' | 'write' = 'write'): Promise<void> {
    await this.core.close();
    this.core = testCore();
    await this.open(mode);
  }

  async end(): Promise<void> {
    await this.core.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  call<Name extends MethodName>(name: Name, input: MethodInput<Name>): Promise<MethodOutput<Name>> {
    return this.core.call(name, input) as Promise<MethodOutput<Name>>;
  }

  run<Name extends JobName>(name: Name, input: JobInput<Name>, options?: CoreCallOptions): Promise<JobOutput<Name>> {
    return this.core.call(name, input, options) as Promise<JobOutput<Name>>;
  }

  /** Writes a file for an import, beside the library. */
  file(name: string, content: string | Uint8Array): string {
    const path = join(this.folder, 'incoming', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  /** Takes files or folders in and answers the report's lines by path. */
  async take(...paths: readonly string[]): Promise<{ summary: ImportSummary; lines: readonly ImportLine[] }> {
    const summary = await this.run('import.run', { grants: paths.map((path) => this.core.grants.issue(path, 'read')) });
    const { rows } = await this.call('imports.lines', { id: summary.id, limit: 1000 });
    return { summary, lines: rows };
  }

  /** The titles that a search finds, in its order. */
  async search(query: string, options: Partial<CheckedInput<'search.run'>> = {}): Promise<string[]> {
    const { rows } = await this.call('search.run', { query, ...options });
    return rows.map((row) => row.article.title);
  }
}

/** A small saved page with the metadata that papers give. */
export function page(options: {
  readonly title: string;
  readonly url?: string;
  readonly author?: string;
  readonly published?: string;
  readonly body: readonly string[];
}): string {
  const json = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: options.title,
    ...(options.url === undefined ? {} : { url: options.url, mainEntityOfPage: options.url }),
    author: { '@type': 'Person', name: options.author ?? 'Tomas Reyl' },
    publisher: { '@type': 'Organization', name: 'Port Ellery Courier' },
    datePublished: options.published ?? '2024-11-14T17:20:00+00:00',
  };
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${options.title} | Port Ellery Courier</title>
<script type="application/ld+json">${JSON.stringify(json)}</script></head>
<body><header><nav><a href="/">Home</a> <a href="/news">News</a></nav></header>
<main><article><h1>${options.title}</h1><p class="byline">By ${options.author ?? 'Tomas Reyl'}</p>
${options.body.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}
</article></main><footer><p>© Port Ellery Courier</p></footer></body></html>`;
}
