import Database from 'better-sqlite3';
import type { DnaDocument, DnaEntity, DnaStatement } from './records.ts';
import { dnaTypes, dnaVariables, makeDnaTables } from './shape.ts';

const coder = 1;

/** Makes a database of the Discourse Network Analyzer: one transaction, whole or not at all. */
export async function writeDnaFile(file: string, documents: AsyncIterable<DnaDocument>): Promise<void> {
  const db = new Database(file);
  try {
    db.pragma('foreign_keys = ON');
    db.exec('BEGIN');
    db.exec(makeDnaTables);
    const add = inserts(db);
    for await (const document of documents) add(document);
    db.exec('COMMIT');
  } finally {
    db.close();
  }
}

function inserts(db: Database.Database): (document: DnaDocument) => void {
  const document = db.prepare(
    'INSERT INTO DOCUMENTS (Title, Text, Coder, Author, Source, Section, Notes, Type, Date) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const statement = db.prepare(
    'INSERT INTO STATEMENTS (StatementTypeId, DocumentId, Start, Stop, Coder) VALUES (?, ?, ?, ?, ?)',
  );
  const entity = db.prepare('INSERT INTO ENTITIES (VariableId, Value) VALUES (?, ?)');
  const attribute = db.prepare(
    `INSERT INTO ATTRIBUTEVALUES (EntityId, AttributeVariableId, AttributeValue)
     SELECT ?, ID, iif(AttributeVariable = 'Alias', ?, '') FROM ATTRIBUTEVARIABLES WHERE VariableId = ?`,
  );
  const shortText = db.prepare('INSERT INTO DATASHORTTEXT (StatementId, VariableId, Entity) VALUES (?, ?, ?)');
  const boolean = db.prepare('INSERT INTO DATABOOLEAN (StatementId, VariableId, Value) VALUES (?, ?, ?)');
  const longText = db.prepare('INSERT INTO DATALONGTEXT (StatementId, VariableId, Value) VALUES (?, ?, ?)');
  const entities = new Map<string, number | bigint>();

  const entityOf = (variable: number, { value, alias }: DnaEntity): number | bigint => {
    const key = `${variable} ${value}`;
    const known = entities.get(key);
    if (known !== undefined) return known;
    const row = entity.run(variable, value).lastInsertRowid;
    attribute.run(row, alias, variable);
    entities.set(key, row);
    return row;
  };
  const addStatement = (of: number | bigint, one: DnaStatement): void => {
    const row = statement.run(dnaTypes.statement, of, one.start, one.stop, coder).lastInsertRowid;
    for (const name of ['person', 'organization', 'concept'] as const)
      shortText.run(row, dnaVariables[name], entityOf(dnaVariables[name], one[name]));
    boolean.run(row, dnaVariables.agreement, one.agreement ? 1 : 0);
  };
  return ({ title, text, author, source, section, notes, date, statements, annotations }) => {
    const row = document.run(title, text, coder, author, source, section, notes, '', date).lastInsertRowid;
    for (const one of statements) addStatement(row, one);
    for (const { start, stop, note } of annotations)
      longText.run(
        statement.run(dnaTypes.annotation, row, start, stop, coder).lastInsertRowid,
        dnaVariables.note,
        note,
      );
  };
}
