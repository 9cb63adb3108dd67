/** What stands in an archive and is no article, counted for the report. */
const kinds = {
  image: ['image', 'images'],
  style: ['style sheet or font', 'style sheets and fonts'],
  script: ['script', 'scripts'],
  data: ['answer of data', 'answers of data'],
  media: ['film or sound', 'films and sounds'],
  document: ['document that is no page', 'documents that are no pages'],
  redirect: ['redirect', 'redirects'],
  error: ['error page', 'error pages'],
  navigation: ['page of links or without prose', 'pages of links or without prose'],
  submission: ['answer to a form', 'answers to forms'],
  unresolved: [
    'note that something was unchanged when seen again',
    'notes that something was unchanged when seen again',
  ],
  damage: ['damaged place', 'damaged places'],
  other: ['other record', 'other records'],
} as const;
export type Passed = keyof typeof kinds;

export class Tally {
  readonly #counts = new Map<Passed, number>();
  articles = 0;

  pass(kind: Passed): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }

  /** One sentence for the report: what was taken for an article, and all that was not. */
  words(): string {
    const parts = (Object.keys(kinds) as Passed[]).flatMap((kind) => {
      const count = this.#counts.get(kind) ?? 0;
      return count === 0 ? [] : [`${count} ${kinds[kind][count === 1 ? 0 : 1]}`];
    });
    const articles =
      this.articles === 0
        ? 'No page in it was read as an article'
        : this.articles === 1
          ? '1 page was read as an article'
          : `${this.articles} pages were read as articles`;
    return parts.length === 0 ? `${articles}.` : `${articles}. Not taken: ${parts.join(', ')}.`;
  }
}
