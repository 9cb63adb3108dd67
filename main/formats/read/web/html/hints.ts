/** What is known about the article before its body is read. */
export interface BodyHints {
  readonly title: string | null;
  readonly bylines: readonly string[];
  /** The text that the page gives to machines, where it does: a hint, never the body itself. */
  readonly articleBody: string | null;
  link(href: string): string | null;
}
