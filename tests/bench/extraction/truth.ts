import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A page with what people say about it. */
export interface LabelledPage {
  readonly id: string;
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

function pageBytes(folder: string, name: string): Uint8Array | null {
  const files = new Set(readdirSync(folder));
  if (files.has(`${name}.gz`)) return gunzipSync(readFileSync(join(folder, `${name}.gz`)));
  return files.has(name) ? readFileSync(join(folder, name)) : null;
}

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

/** Reads a folder with `ground-truth.json` and the pages it names. */
export function readTruth(folder: string): LabelledPage[] {
  const truth = record(JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Json);
  const pages: LabelledPage[] = [];
  for (const [key, value] of Object.entries(truth)) {
    const entry = record(value);
    const file = text(entry.file);
    const bytes = pageBytes(folder, file ?? `${key}.html`);
    if (bytes === null) {
      console.error(`no page for ${key}`);
      continue;
    }
    pages.push({
      id: file ?? key,
      bytes,
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
