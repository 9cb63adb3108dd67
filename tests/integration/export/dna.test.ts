import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { passwordHash } from '../../../db/dna/shape.ts';
import { currentRevision } from '../../../main/formats/write/marks.ts';
import { packagesFolder, runExport } from './handed-over.ts';
import { recordOf, saidLibrary } from './said.ts';

interface Read {
  readonly words: string;
  readonly person: string;
  readonly organization: string;
  readonly concept: string;
  readonly agreement: number;
}

/** Statements of a type as DNA puts them together: start and stop in Java's strings, values by their variables. */
function statementsOf(db: Database.Database, document: string): Read[] {
  const value = (variable: string) =>
    `(SELECT e.Value FROM DATASHORTTEXT d JOIN VARIABLES v ON v.ID = d.VariableId JOIN ENTITIES e ON e.ID = d.Entity AND e.VariableId = v.ID
      WHERE d.StatementId = s.ID AND v.Variable = '${variable}') AS ${variable}`;
  return db
    .prepare<[string], Omit<Read, 'words'> & { Start: number; Stop: number; Text: string }>(
      `SELECT s.Start, s.Stop, d.Text, ${value('person')}, ${value('organization')}, ${value('concept')},
         (SELECT b.Value FROM DATABOOLEAN b JOIN VARIABLES v ON v.ID = b.VariableId AND v.Variable = 'agreement'
          WHERE b.StatementId = s.ID) AS agreement
       FROM STATEMENTS s JOIN STATEMENTTYPES t ON t.ID = s.StatementTypeId JOIN DOCUMENTS d ON d.ID = s.DocumentId
       JOIN CODERS c ON c.ID = d.Coder AND c.ID = s.Coder
       WHERE t.Label = 'DNA Statement' AND d.Title = ? ORDER BY s.ID`,
    )
    .all(document)
    .map(({ Start, Stop, Text, ...rest }) => ({ words: Text.slice(Start, Stop), ...rest }));
}

describe('the Discourse Network Analyzer', { timeout: 120_000 }, () => {
  it('finds persons, organizations, concepts and agreement on the words, and the rest in annotations', async () => {
    const { library, article } = await saidLibrary();
    const to = join(packagesFolder(), 'dna');
    const result = await runExport(library, { format: 'dna', to });
    expect(result).toMatchObject({
      files: 2,
      articles: 2,
      statements: 6,
      validation: [{ check: 'read back', ok: true }],
    });
    expect(readdirSync(to).toSorted()).toEqual(['README.txt', 'statements.dna']);
    expect(readFileSync(join(to, 'README.txt'), 'utf8')).toContain('coder Admin, password verbatim');
    const db = new Database(join(to, 'statements.dna'), { readonly: true });
    expect(db.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(db.prepare("SELECT Value FROM SETTINGS WHERE Property = 'version'").pluck().get()).toMatch(/^3\./);

    const joint = {
      words: 'We will not raise them,” said harbour master Ines Alder and treasurer Otto Kast, “not now.',
      concept: 'trust',
      agreement: 1,
    };
    const block = {
      words: 'First of all, the fares are fair & "right". 🛳\n\nThey pay for the boats.',
      person: '',
      organization: 'Port of Ellery',
    };
    expect(statementsOf(db, 'Ferry fares to rise & fall')).toEqual([
      { ...joint, person: 'Ines Alder', organization: 'Port of Ellery' },
      { ...joint, person: 'Otto Kast', organization: '' },
      { ...block, concept: 'trust', agreement: 1 },
      // The code is called “not: fairness”.
      { ...block, concept: 'trust > fairness', agreement: 0 },
      // Nobody is named, so nobody is named here.
      {
        words: 'the boats. Nobody paid more than <five>.',
        person: '',
        organization: '',
        concept: '',
        agreement: 1,
      },
      {
        words: 'Three euros were lost by every single passenger on the morning ferry',
        person: '',
        organization: '',
        concept: '',
        agreement: 1,
      },
    ]);
    const record = await recordOf(library, article.article);
    const document = db
      .prepare<[], { Text: string; Source: string; Author: string; Notes: string; Date: number }>(
        "SELECT * FROM DOCUMENTS WHERE Title LIKE 'Ferry%'",
      )
      .get();
    expect(document).toMatchObject({
      Text: currentRevision(record).text,
      Source: 'Port Ellery Courier',
      Author: 'Tomas Reyl',
      Date: Date.UTC(2024, 10, 14) / 1000,
    });
    expect(document?.Notes).toContain('No longer in the text:');
    expect(document?.Notes).toContain('Rates go up in May');
    const notes = db.prepare<[], string>('SELECT Value FROM DATALONGTEXT ORDER BY ID').pluck().all();
    expect(notes).toHaveLength(5);
    const told = notes.find((note) => note.includes('We will not'));
    for (const line of [
      'words: We will not raise them, […] not now.',
      'decision: confirmed by a person',
      'speaker: Ines Alder, harbour master, Port of Ellery',
      'said: 2024-11',
      'seal: Exact in the original',
      `SHA-256 of the original: ${record.captures.at(-1)?.original}`,
    ])
      expect(told?.split('\n')).toContain(line);
    const aliases = db
      .prepare<[], string>(
        `SELECT a.AttributeValue FROM ATTRIBUTEVALUES a JOIN ATTRIBUTEVARIABLES v ON v.ID = a.AttributeVariableId
         JOIN ENTITIES e ON e.ID = a.EntityId WHERE v.AttributeVariable = 'Alias' AND e.Value = 'Ines Alder'`,
      )
      .pluck()
      .all();
    expect(aliases).toEqual(['I. Alder']);
    // A document without a day has that of its capture, and says so.
    const undated = db.prepare<[], string>("SELECT Notes FROM DOCUMENTS WHERE Title = 'Council meets'").pluck().get();
    expect(undated).toContain('The day of publication is not known');
    db.close();
  });

  it('opens it with the password that the README tells', () => {
    const stored = Buffer.from(passwordHash, 'base64');
    const salt = stored.subarray(0, 16);
    let digest = createHash('sha256').update(salt).update('verbatim').digest();
    for (let round = 1; round < 100_000; round += 1) digest = createHash('sha256').update(digest).digest();
    expect(stored.subarray(16)).toEqual(digest);
  });
});
