import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A page with what people say about it. */
export interface LabelledPage {
  readonly id: string;
  /** The file's name with its ending. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The body's text, in sets that give it. */
  readonly body: string | null;
  readonly mustHave: readonly string[];
  readonly mustNot: readonly string[];
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly date: string | null;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const endings = ['.html', '.mhtml', '.mht', '.pdf'];

/** The page of that name in the folder, in one of the forms that pages are kept in. */
function findPage(files: ReadonlySet<string>, folder: string, file: string | null, id: string): LabelledFile | null {
  for (const name of file === null ? endings.map((ending) => id + ending) : [file]) {
    if (files.has(`${name}.gz`)) return { name, bytes: gunzipSync(readFileSync(join(folder, `${name}.gz`))) };
    if (files.has(name)) return { name, bytes: readFileSync(join(folder, name)) };
  }
  return null;
}

type LabelledFile = Pick<LabelledPage, 'name' | 'bytes'>;

function record(value: Json | undefined): { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [key: string]: Json })
    : {};
}

function strings(value: Json | undefined): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string' && item !== '') : [];
}

function text(value: Json | undefined): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** Names of one label: lists, and names parted by ";", "," or a language's "and". */
export function splitAuthors(label: readonly string[]): string[] {
  return label
    .flatMap((names) => names.split(/\s*[;,|]\s*|\s+(?:und|and|y|et|&)\s+/u))
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/**
 * Reads a folder with the pages that `ground-truth.json` names, there or in the folder given for it. Where
 * the truth is of another folder, only pages that are here are told.
 */
export function readTruth(folder: string, truthFolder: string = folder): LabelledPage[] {
  const truth = record(JSON.parse(readFileSync(join(truthFolder, 'ground-truth.json'), 'utf8')) as Json);
  const files = new Set(readdirSync(folder));
  const pages: LabelledPage[] = [];
  for (const [key, value] of Object.entries(truth)) {
    const entry = record(value);
    const file = text(entry.file);
    const page = findPage(files, folder, file, key);
    if (page === null) {
      if (folder === truthFolder) console.error(`no page for ${key}`);
      continue;
    }
    pages.push({
      id: file ?? key,
      ...page,
      body: text(entry.articleBody),
      mustHave: strings(entry.with),
      mustNot: strings(entry.without),
      title: text(entry.title),
      authors: splitAuthors(strings(entry.author)),
      date: text(entry.date),
    });
  }
  return pages;
}
