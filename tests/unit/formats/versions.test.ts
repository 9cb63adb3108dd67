import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { markupVersion } from '../../../main/formats/read/web/html/version.ts';
import { readers } from '../../../main/formats/registry.ts';

const formats = join(import.meta.dirname, '../../../main/formats');
/** What reads a page, or a piece of markup, for other formats. */
const readsMarkup =
  /from '(?:\.\.\/)+(?:[a-z]+\/)?(?:html\/(?:read-page|read-fragment|framed-pages)|news-item\/content|records\/read-capture)\.ts'/u;

it('a format that holds markup is of another version whenever markup is read otherwise', () => {
  const holding = readdirSync(formats, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && readsMarkup.test(readFileSync(join(formats, path), 'utf8')))
    .map((path) => basename(join(formats, path, '..')));
  const folders = new Set(holding.filter((folder) => folder !== 'html'));
  expect(folders.size).toBeGreaterThan(8);
  for (const reader of readers)
    if (folders.has(reader.name) || ['html', 'json-feed'].includes(reader.name))
      expect(`${reader.name} ${reader.version}`).toMatch(new RegExp(`[ .]${markupVersion}(?:\\.|$)`, 'u'));
});
