/** What a file of the Discourse Network Analyzer holds (decision 0239), document by document. */
export interface DnaDocument {
  readonly title: string;
  readonly text: string;
  readonly author: string;
  readonly source: string;
  readonly section: string;
  readonly notes: string;
  /** Seconds since 1970 of the clock that the document's date shows. */
  readonly date: number;
  readonly statements: readonly DnaStatement[];
  /** What is told of words beside: DNA's own statement type *Annotation*. */
  readonly annotations: readonly { readonly start: number; readonly stop: number; readonly note: string }[];
}

/** DNA's own statement type *DNA Statement*; places count UTF-16 units, as Java does. */
export interface DnaStatement {
  readonly start: number;
  readonly stop: number;
  /** Each empty where there is none. */
  readonly person: DnaEntity;
  readonly organization: DnaEntity;
  readonly concept: DnaEntity;
  readonly agreement: boolean;
}

export interface DnaEntity {
  readonly value: string;
  readonly alias: string;
}

/** The file's only coder, whom DNA asks a password of. */
export const dnaCoder = { name: 'Admin', password: 'verbatim' } as const;

/** DNA takes no name of 191 letters and more. */
export const longestDnaName = 190;
