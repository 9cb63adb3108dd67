import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { annotationFile, importAnnotations } from '../../../main/core/restore/annotations.ts';
import { streamAnnotations } from '../../../main/formats/read/services/web-annotation.ts';
import type { QuotedStatement } from '../../../main/formats/read/services/web-statement.ts';
import { hashAddress } from '../../../main/formats/shared/hash-address.ts';
import { packagesFolder, runExport } from './handed-over.ts';
import { recordOf, saidLibrary } from './said.ts';

async function statementsIn(path: string): Promise<QuotedStatement[]> {
  const read: QuotedStatement[] = [];
  for await (const item of streamAnnotations(createReadStream(path)))
    if (item.kind === 'statement') read.push(item.statement);
  return read;
}

describe('statements as W3C Web Annotations', { timeout: 120_000 }, () => {
  it('are read back with their words, whose they are, when they were said, and how far they are vouched for', async () => {
    const { library, article, idOf } = await saidLibrary();
    const path = join(packagesFolder(), 'words.jsonld');
    const result = await runExport(library, { format: 'annotations', to: path });
    expect(result.validation).toMatchObject([{ detail: expect.stringContaining('6 statements and 3 annotations') }]);
    const record = await recordOf(library, article.article);
    const original = record.captures.at(-1)?.original;
    const read = await statementsIn(path);
    expect(read.map(({ words }) => words)).toEqual([
      'We will not raise them, […] not now.',
      'First of all, the fares are fair & "right". 🛳\n\nThey pay for the boats.',
      'the boats. Nobody paid more than <five>.',
      'Two euros were lost by every single passenger on the morning ferry',
      'Rates go up in May',
      'Never again,',
    ]);
    const [joint, block, described, altered, lost] = read;
    expect(joint).toMatchObject({
      speakers: [
        {
          id: `urn:uuid:${idOf('Ines Alder')}`,
          name: 'Ines Alder',
          aliases: ['I. Alder'],
          role: 'harbour master',
          organization: 'Port of Ellery',
        },
        { name: 'Otto Kast', kind: 'person', role: 'treasurer', organization: null },
      ],
      said: { value: '2024-11', precision: 'month' },
      kind: 'direct',
      decision: 'confirmed',
      decidedBy: 'person',
      cue: 'said',
      reason: { rule: 'clause', speakerBy: 'name', others: ['Lena Park'] },
      codes: ['trust'],
      seal: 'original',
      original,
    });
    // A place a stretch, each with its own words and position in the text that the hash names.
    const made = record.revisions.find(({ number }) => number === 1);
    expect(joint?.stretches.map(({ selectors, text }) => [selectors.quote.exact, text])).toEqual([
      ['We will not raise them,', made?.sha256],
      ['not now.', made?.sha256],
    ]);
    for (const { stretches } of read.slice(0, 5))
      for (const { selectors } of stretches)
        expect(made?.text.slice(selectors.position.start, selectors.position.end)).toBe(selectors.quote.exact);
    expect(block).toMatchObject({
      speakers: [{ name: 'Port of Ellery', kind: 'organization' }],
      said: { value: '2024-11-13T10:30', precision: 'minute' },
      codes: ['trust', 'trust › not: fairness'],
      decision: 'suggested',
      confidence: 0.9,
    });
    expect(described).toMatchObject({
      speakers: [],
      described: 'a clerk of the port',
      confidence: 0.5,
      decidedBy: null,
    });
    expect(altered).toMatchObject({ seal: 'changed', wordsNow: expect.stringContaining('Three euros were lost') });
    expect(lost).toMatchObject({ seal: 'changed', wordsNow: null });
    expect(result.brokenSeals.map(({ label }) => label)).toEqual([
      expect.stringContaining('Three euros were lost'),
      expect.stringContaining('Rates go up in May'),
    ]);
  });

  it('state every term they use, and leave nothing to be fetched but the model’s own context', async () => {
    const { library } = await saidLibrary();
    const path = join(packagesFolder(), 'words.jsonld');
    await runExport(library, { format: 'annotations', to: path });
    const { first } = JSON.parse(readFileSync(path, 'utf8')) as {
      first: {
        items: readonly {
          '@context': [string, Record<string, unknown>];
          body: unknown;
          target: readonly object[];
        }[];
      };
    };
    const [item] = first.items;
    if (item === undefined) throw new Error('nothing was written');
    const [model, terms] = item['@context'];
    expect(model).toBe('http://www.w3.org/ns/anno.jsonld');
    // What the model's context defines itself.
    const known = new Set([
      ...Object.keys(terms),
      'id',
      'type',
      'name',
      'label',
      'canonical',
      'Person',
      'Organization',
    ]);
    const unknown = new Set<string>();
    const look = (value: unknown): void => {
      if (Array.isArray(value)) for (const one of value) look(one);
      else if (typeof value === 'object' && value !== null)
        for (const [key, member] of Object.entries(value)) {
          if (!known.has(key)) unknown.add(key);
          if (key === 'type' && !known.has(String(member))) unknown.add(String(member));
          look(member);
        }
    };
    for (const { body } of first.items.slice(0, 5)) look(body);
    expect([...unknown]).toEqual([]);
    expect(item.body).toMatchObject({ isPartOf: { headline: 'Ferry fares to rise & fall' } });
    expect(JSON.stringify(item.target)).toContain(hashAddress('').slice(0, 12));
  });

  it('never become a person’s annotations where such a file is taken in', async () => {
    const { library } = await saidLibrary();
    const path = join(packagesFolder(), 'words.jsonld');
    await runExport(library, { format: 'annotations', to: path });
    const lines = [];
    const file = annotationFile(readFileSync(path), 'words.jsonld');
    for await (const line of importAnnotations(library.context, file, library.call.signal)) lines.push(line);
    expect(lines.map(({ outcome, reason }) => [outcome, reason?.slice(0, 17)])).toEqual([
      ...Array.from({ length: 5 }, () => ['refused', 'It is a statement']),
      ...Array.from({ length: 3 }, () => ['duplicate', 'This annotation i']),
      ['refused', 'It is a statement'],
    ]);
  });
});
