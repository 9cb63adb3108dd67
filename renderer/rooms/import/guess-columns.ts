import type { ColumnChoice, ColumnField } from '../../../main/contract/columns.ts';

/** What columns are often called. A guess is only shown: nothing is taken in before a person has saved it. */
const names: Readonly<Record<ColumnField, RegExp>> = {
  title: /^(?:title|headline|head|name|subject|titel|titre|überschrift)$/u,
  url: /^(?:url|link|href|uri|address|source_?url|permalink|web_?address|adresse)$/u,
  body: /^(?:body|text|content|html|article|full_?text|copy|story|inhalt|contenu)$/u,
  author: /^(?:author|authors|by|written_by|byline|writer|creator|autor|autorin|auteur)$/u,
  date: /^(?:date|day|published|published_?at|pub_?date|publication_?date|time|when|datum|created_?at)$/u,
  publication: /^(?:publication|paper|newspaper|outlet|publisher|site|source|medium|media)$/u,
  tags: /^(?:tags?|labels?|keywords?|categor(?:y|ies)|topics?|codes?)$/u,
  highlight: /^(?:highlights?|quotes?|quotation|passage|selection|excerpt)$/u,
  note: /^(?:notes?|comments?|remarks?|annotation|memo)$/u,
};

/** Fields for columns by their names, each column and each field once. */
export function guessColumns(columns: readonly string[]): ColumnChoice {
  const choice: Partial<Record<ColumnField, number>> = {};
  for (const [place, column] of columns.entries()) {
    const bare = column
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/gu, '_');
    const last = bare.slice(bare.lastIndexOf('.') + 1);
    const field = fieldNames.find(
      (name) => choice[name] === undefined && (names[name].test(bare) || names[name].test(last)),
    );
    if (field !== undefined) choice[field] = place;
  }
  return choice;
}

const fieldNames = Object.keys(names) as ColumnField[];

/** A column's field changed: a field belongs to one column only. */
export function withField(choice: ColumnChoice, place: number, field: ColumnField | null): ColumnChoice {
  const rest = Object.fromEntries(
    Object.entries(choice).filter(([name, at]) => at !== place && name !== field),
  ) as ColumnChoice;
  return field === null ? rest : { ...rest, [field]: place };
}

export function fieldOf(choice: ColumnChoice, place: number): ColumnField | null {
  return fieldNames.find((name) => choice[name] === place) ?? null;
}

/** Whether a row can become an article or tell of one. */
export function isEnough({ title, url, body }: ColumnChoice): boolean {
  return title !== undefined || url !== undefined || body !== undefined;
}
