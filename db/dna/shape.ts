import { dnaCoder } from './records.ts';

/**
 * The tables of a database of DNA 3.0, as it makes them for SQLite and as it looks for them when it opens or imports one.
 * Its settings tell the version; it imports what begins with 3.
 */
const name = 'TEXT NOT NULL CHECK (length(%) < 191)';
const color = ['Red', 'Green', 'Blue'].map((part) => `${part} INTEGER NOT NULL DEFAULT 0`).join(', ');
const permissions = [
  'AddDocuments',
  'EditDocuments',
  'DeleteDocuments',
  'ImportDocuments',
  'AddStatements',
  'EditStatements',
  'DeleteStatements',
  'EditAttributes',
  'EditRegex',
  'EditStatementTypes',
  'EditCoders',
  'EditCoderRelations',
  'ViewOthersDocuments',
  'EditOthersDocuments',
  'ViewOthersStatements',
  'EditOthersStatements',
]
  .map((permission) => `Permission${permission} INTEGER NOT NULL DEFAULT 1`)
  .join(', ');

const id = 'ID INTEGER NOT NULL PRIMARY KEY';
const named = (column: string) => `${column} ${name.replace('%', column)}`;
const of = (column: string, table: string) => `${column} INTEGER REFERENCES ${table}(ID) ON DELETE CASCADE`;
const value = (type: string) =>
  `${id}, StatementId INTEGER NOT NULL REFERENCES STATEMENTS(ID) ON DELETE CASCADE,
   VariableId INTEGER NOT NULL REFERENCES VARIABLES(ID) ON DELETE CASCADE, ${type}, UNIQUE (StatementId, VariableId)`;

const tables: Readonly<Record<string, string>> = {
  SETTINGS: 'Property TEXT PRIMARY KEY, Value TEXT NOT NULL',
  CODERS: `${id}, ${named('Name')}, ${color}, Refresh INTEGER NOT NULL DEFAULT 0, FontSize INTEGER NOT NULL DEFAULT 14,
    ${named('Password')}, PopupWidth INTEGER DEFAULT 300, ColorByCoder INTEGER NOT NULL DEFAULT 0,
    PopupDecoration INTEGER NOT NULL DEFAULT 0, PopupAutoComplete INTEGER NOT NULL DEFAULT 1, ${permissions}`,
  DOCUMENTS: `${id}, ${named('Title')}, Text TEXT NOT NULL, ${of('Coder', 'CODERS')}, ${named('Author')}, ${named('Source')},
    ${named('Section')}, Notes TEXT NOT NULL DEFAULT '', ${named('Type')}, Date INTEGER NOT NULL`,
  STATEMENTTYPES: `${id}, ${named('Label')}, ${color}`,
  VARIABLES: `${id}, ${named('Variable')}, DataType TEXT NOT NULL DEFAULT 'short text', ${of('StatementTypeId', 'STATEMENTTYPES')},
    UNIQUE (Variable, StatementTypeId)`,
  VARIABLELINKS: `${id}, ${of('SourceVariableId', 'VARIABLES')}, ${of('TargetVariableId', 'VARIABLES')}`,
  REGEXES: `Label TEXT PRIMARY KEY, ${color}`,
  CODERRELATIONS: `${id}, ${of('Coder', 'CODERS')}, ${of('OtherCoder', 'CODERS')}, viewStatements INTEGER NOT NULL DEFAULT 1,
    editStatements INTEGER NOT NULL DEFAULT 1, viewDocuments INTEGER NOT NULL DEFAULT 1, editDocuments INTEGER NOT NULL DEFAULT 1`,
  STATEMENTS: `${id}, ${of('StatementTypeId', 'STATEMENTTYPES')}, ${of('DocumentId', 'DOCUMENTS')}, Start INTEGER NOT NULL,
    Stop INTEGER NOT NULL, ${of('Coder', 'CODERS')}, CHECK (0 <= Start AND Start < Stop)`,
  DATABOOLEAN: value('Value INTEGER NOT NULL DEFAULT 1'),
  DATAINTEGER: value('Value INTEGER NOT NULL DEFAULT 0'),
  ENTITIES: `${id}, VariableId INTEGER NOT NULL REFERENCES VARIABLES(ID) ON DELETE CASCADE, ${named('Value')}, ${color},
    ${of('ChildOf', 'ENTITIES')}, UNIQUE (VariableId, Value)`,
  DATASHORTTEXT: value('Entity INTEGER NOT NULL REFERENCES ENTITIES(ID) ON DELETE CASCADE'),
  DATALONGTEXT: value("Value TEXT DEFAULT ''"),
  ATTRIBUTEVARIABLES: `${id}, VariableId INTEGER NOT NULL REFERENCES VARIABLES(ID) ON DELETE CASCADE,
    ${named('AttributeVariable')}, UNIQUE (VariableId, AttributeVariable)`,
  ATTRIBUTEVALUES: `${id}, EntityId INTEGER NOT NULL REFERENCES ENTITIES(ID) ON DELETE CASCADE,
    AttributeVariableId INTEGER NOT NULL REFERENCES ATTRIBUTEVARIABLES(ID) ON DELETE CASCADE, ${named('AttributeValue')},
    UNIQUE (EntityId, AttributeVariableId)`,
};

/** DNA imports into types of its own where label and variables are the same, so nothing is added to these. */
export const dnaTypes = { statement: 1, annotation: 2 } as const;
export const dnaVariables = { person: 1, organization: 2, concept: 3, agreement: 4, note: 5 } as const;

/** What DNA keeps of every entity. */
export const dnaAttributes = ['Type', 'Alias', 'Notes'] as const;

/**
 * What DNA (by jasypt's StrongPasswordEncryptor) makes of the password: a salt, and 100,000 times SHA-256 of it and the
 * password. It keeps nobody out: it is told beside the file.
 */
export const passwordHash = 'd9eT2fQ3JiiWEcmyNu0O5Z6BoIt1vWPkTeBCzcZTBJd2E9z2G4zIfGbrv5DiHpu1';

export const makeDnaTables = [
  ...Object.entries(tables).map(([table, columns]) => `CREATE TABLE ${table} (${columns})`),
  `INSERT INTO SETTINGS VALUES ('version', '3.0.11'), ('date', '2024-01-01')`,
  `INSERT INTO CODERS (ID, Name, Red, Green, Password) VALUES (1, '${dnaCoder.name}', 255, 255, '${passwordHash}')`,
  `INSERT INTO STATEMENTTYPES VALUES (1, 'DNA Statement', 239, 208, 51), (2, 'Annotation', 211, 211, 211)`,
  `INSERT INTO VARIABLES VALUES (1, 'person', 'short text', 1), (2, 'organization', 'short text', 1),
     (3, 'concept', 'short text', 1), (4, 'agreement', 'boolean', 1), (5, 'note', 'long text', 2)`,
  ...dnaAttributes.map(
    (attribute) =>
      `INSERT INTO ATTRIBUTEVARIABLES (VariableId, AttributeVariable) VALUES (1, '${attribute}'), (2, '${attribute}'), (3, '${attribute}')`,
  ),
].join(';\n');
