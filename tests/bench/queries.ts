import type { CheckedInput } from '../../main/contract/index.ts';
import type { ArticleGenerator } from './generator.ts';
import { Random } from './random.ts';
import { commonWords, namedWords } from './vocabulary.ts';

type SearchInput = Pick<CheckedInput<'search.run'>, 'query' | 'typing' | 'sort'>;

/** A kind of query, with a maker of as many different ones as are wanted. */
export interface QueryKind {
  readonly name: string;
  make(): SearchInput;
}

const lastNames = 'Alder Reyl Quill Marsh Tolley Varga Winslow Brandt Calloway Dorsey'.split(' ');
const firstNames = 'Ines Tomas Ada Mara Piet Lena Otis Vera'.split(' ');

/**
 * What people look for in a newspaper archive. "Topical" words stand in a sixth to almost a half of all
 * generated articles, "rare" ones in a few hundred of a hundred thousand.
 */
export function queryKinds(generator: ArticleGenerator, articles: number): QueryKind[] {
  const random = new Random(99);
  const word = (from: number, to: number) => generator.vocabulary[random.between(from, to - 1)] ?? '';
  const topical = () => word(commonWords, namedWords);
  const rare = () => word(3_000, 20_000);
  /** Any content word, each order of magnitude of frequency as likely as the next. */
  const content = () => word(commonWords, Math.round(commonWords * 100 ** random.next()) + 40);
  /** Three words that stand in a row in an article. */
  const phrase = () => {
    for (;;) {
      const article = generator.article(random.between(0, articles - 1));
      const words = random.pick(article.paragraphs).split(/\s+/);
      const at = random.between(0, Math.max(0, words.length - 3));
      const three = words.slice(at, at + 3).join(' ');
      if (/^[a-z]+ [a-z]+ [a-z]+$/.test(three)) return `"${three}"`;
    }
  };
  const plain = (name: string, query: () => string): QueryKind => ({
    name,
    make: () => ({ query: query(), sort: 'relevance' }),
  });
  return [
    plain('one topical word', topical),
    plain('one rare word', rare),
    plain('two words', () => `${content()} ${content()}`),
    plain('two topical words', () => `${topical()} ${topical()}`),
    plain('a topical word and “the”', () => `the ${topical()}`),
    plain('three words in a row', phrase),
    plain('prefix*', () => `${topical().slice(0, 4)}*`),
    {
      name: 'as it is typed',
      make: () => {
        const typed = topical();
        return { query: typed.slice(0, random.between(2, typed.length)), typing: true, sort: 'relevance' };
      },
    },
    plain('either of two', () => `${topical()} OR ${content()}`),
    plain('one without another', () => `${topical()} -${topical()}`),
    plain('speaker', () => `${topical()} speaker:${random.pick(lastNames)}`),
    plain('words of a statement', () => `${topical()} ${content()} in:statement`),
    plain(
      'words a person said',
      () => `${topical()} in:statement speaker:"${random.pick(firstNames)} ${random.pick(lastNames)}"`,
    ),
    plain(
      'a word between dates',
      () => `${topical()} after:20${random.between(10, 22)}-03 before:20${random.between(22, 25)}-04`,
    ),
    { name: 'a topical word, newest first', make: () => ({ query: topical(), sort: 'newest' }) },
    plain('no article has all (partial)', () => `${content()} ${rare()} ${rare()} ${rare()}`),
  ];
}
