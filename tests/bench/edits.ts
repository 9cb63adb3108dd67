import type { ArticleGenerator, GeneratedArticle } from './generator.ts';
import { Random } from './random.ts';

/** A known edit, and whether what comes of it is the same work. */
export interface Edit {
  readonly name: string;
  readonly sameWork: boolean;
  /** Two articles: the first as it was printed, and what another paper made of it. */
  make(article: GeneratedArticle, other: GeneratedArticle): readonly [GeneratedArticle, GeneratedArticle];
}

/** What editors do to wire copy, and what different articles have in common anyway. */
export function edits(generator: ArticleGenerator): Edit[] {
  const random = new Random(1923);
  const same = (
    name: string,
    change: (paragraphs: readonly string[], other: GeneratedArticle) => readonly string[],
  ): Edit => ({
    name,
    sameWork: true,
    make: (article, other) => [article, { ...other, statements: [], paragraphs: change(article.paragraphs, other) }],
  });
  const replaced = (rate: number) => (paragraphs: readonly string[]) =>
    paragraphs.map((text) => text.replace(/[a-z]+/gi, (word) => (random.next() < rate ? anyWord() : word)));
  const anyWord = () => generator.vocabulary[random.between(0, 3000)] ?? '';
  const cutTo = (share: number) => (paragraphs: readonly string[]) =>
    paragraphs.slice(0, Math.max(1, Math.round(paragraphs.length * share)));
  const inserted = (count: number) => (paragraphs: readonly string[], other: GeneratedArticle) => {
    const result = [...paragraphs];
    for (const text of other.paragraphs.slice(0, count)) result.splice(random.between(0, result.length), 0, text);
    return result;
  };
  const shortened = (share: number) => (paragraphs: readonly string[]) =>
    paragraphs
      .map((text) =>
        text
          .split(/(?<=\.) /)
          .filter(() => random.next() >= share)
          .join(' '),
      )
      .filter((text) => text !== '');
  /** Different articles with the same passage: everywhere the same one, or one for each pair. */
  const passage = (name: string, words: number, place: 'under all' | 'told by both'): Edit => ({
    name,
    sameWork: false,
    make(article, other) {
      const text = wordsOf(generator.article(place === 'under all' ? 9_000_000 : 8_000_000 + article.number), words);
      const put = (one: GeneratedArticle): GeneratedArticle => ({
        ...one,
        statements: [],
        paragraphs:
          place === 'under all'
            ? [...one.paragraphs, text]
            : [...one.paragraphs.slice(0, 2), text, ...one.paragraphs.slice(2)],
      });
      return [put(article), put(other)];
    },
  });
  return [
    same('headline and byline changed', (paragraphs) => paragraphs),
    same('cut to three quarters', cutTo(0.75)),
    same('cut to a half', cutTo(0.5)),
    same('cut to a quarter', cutTo(0.25)),
    same('one paragraph put in', inserted(1)),
    same('four paragraphs put in', inserted(4)),
    same('one sentence in five left out', shortened(0.2)),
    same('paragraphs in another order', (paragraphs) => paragraphs.toReversed()),
    same('2 % of the words replaced', replaced(0.02)),
    same('5 % of the words replaced', replaced(0.05)),
    same('10 % of the words replaced', replaced(0.1)),
    same('20 % of the words replaced', replaced(0.2)),
    same('cut to a half, 5 % replaced, two put in', (paragraphs, other) =>
      inserted(2)(replaced(0.05)(cutTo(0.5)(paragraphs)), other),
    ),
    passage('the paper’s own 60 words under both', 60, 'under all'),
    passage('the paper’s own 150 words under both', 150, 'under all'),
    passage('a statement of 120 words told by both', 120, 'told by both'),
    passage('a background of 200 words told by both', 200, 'told by both'),
  ];
}

function wordsOf(article: GeneratedArticle, count: number): string {
  return article.paragraphs.join(' ').split(' ').slice(0, count).join(' ');
}
