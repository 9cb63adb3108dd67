import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWritable } from '../../../db/open.ts';
import { unpackDocument } from '../../../db/packed-document.ts';
import { type CommitRequest, commit } from '../../../db/queries/commit.ts';
import { parseFile } from '../../../main/core/extract/parse-file.ts';
import { inRows, prepareDocument } from '../../../main/core/extract/rows.ts';

async function requestOf(number: number): Promise<CommitRequest> {
  const page = `The harbour opens again ${number}\n\nHarbour Commissioner Ines Alder issued the following statement:\n\n“We open the harbour on day ${number}, and we thank everybody who waited for it with so much patience.”\n\nThe town had waited for it since the storm of last winter.\n`;
  const name = `harbour-${number}.txt`;
  const parsed = await parseFile(
    {
      bytes: new TextEncoder().encode(page),
      name,
      modified: null,
      companion: () => Promise.resolve(null),
      signal: new AbortController().signal,
    },
    null,
  );
  const document = parsed.kind === 'documents' ? parsed.documents[0] : undefined;
  if (document === undefined) throw new Error('the text should have been read');
  const original = { sha256: String(number).padStart(64, '0'), bytes: page.length, mediaType: 'text/plain' };
  return prepareDocument(inRows(document), {
    original,
    name,
    format: 'text',
    modified: null,
    captured: null,
    source: null,
  });
}

test('a batch with statements, for a collection, is one segment of the search index and not one for each row', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-segments-'));
  const db = openWritable(join(folder, 'library.sqlite'));
  try {
    const requests = await Promise.all(Array.from({ length: 12 }, (_, number) => requestOf(number)));
    expect(requests.map(({ packed }) => unpackDocument(packed).statements.length)).toEqual(requests.map(() => 1));
    const write = db.transaction(() => commit(db, requests, { agent: 'Verbatim test', collection: 'Harbour' }));
    expect(write.immediate().map(({ outcome }) => outcome)).toEqual(requests.map(() => 'taken'));
    const segments = db.prepare('SELECT count(DISTINCT segid) FROM search_index_idx').pluck().get();
    expect(segments).toBe(1);
  } finally {
    db.close();
    rmSync(folder, { recursive: true });
  }
});
