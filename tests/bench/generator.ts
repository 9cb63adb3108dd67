import { Random, Zipf } from './random.ts';
import { makeVocabulary } from './vocabulary.ts';

/** An invented article, with what is known about it. */
export interface GeneratedArticle {
  readonly number: number;
  readonly title: string;
  readonly byline: string;
  readonly publication: string;
  /** A day: `2019-04-30`. */
  readonly published: string;
  readonly url: string;
  readonly paragraphs: readonly string[];
  readonly statements: readonly GeneratedStatement[];
}
export interface GeneratedStatement {
  readonly speaker: string;
  readonly role: string;
  readonly organization: string;
  /** Which paragraphs it takes in, `[first, last]`. */
  readonly paragraphs: readonly [number, number];
}

const firstNames =
  'Ines Tomas Ada Mara Piet Lena Otis Vera Hugo Nadia Cyril Edda Joan Karl Luz Miro Nell Omar Petra Ruth'.split(' ');
const lastNames =
  'Alder Reyl Quill Marsh Tolley Varga Winslow Brandt Calloway Dorsey Eames Farrow Garrick Hollis Ibarra Kessler Lindqvist Moreau Novak Osgood'.split(
    ' ',
  );
const roles =
  'Harbour Commissioner,Police Chief,Mayor,Council President,School Superintendent,Fire Marshal,Union Secretary'.split(
    ',',
  );
const organizations =
  'Port Ellery Harbour Board,Marrow Bay Police Department,Tessaly County Council,Port Ellery School District,Dockers Union'.split(
    ',',
  );
const publications = Array.from({ length: 24 }, (_, index) => {
  const towns = 'Port Ellery,Marrow Bay,Tessaly,Quarry Point,Saint Orne,Lower Wick'.split(',');
  const names = 'Courier,Observer,Record,Gazette'.split(',');
  return `${towns[index % towns.length]} ${names[Math.floor(index / towns.length)]}`;
});

/**
 * Articles as a local paper has them: 300 to 900 words in paragraphs of two to four sentences, Zipf's
 * frequencies over 60,000 words, every second one with one to three block statements by one of 400
 * people. The same seed gives the same articles, however many are asked for.
 */
export class ArticleGenerator {
  readonly vocabulary = makeVocabulary(60_000);
  readonly #zipf = new Zipf(60_000, 1.0);
  readonly #seed: number;

  constructor(seed = 2016) {
    this.#seed = seed;
  }

  article(number: number): GeneratedArticle {
    const random = new Random(this.#seed * 1_000_003 + number);
    const wanted = random.between(300, 900);
    const paragraphs: string[] = [];
    const statements: GeneratedStatement[] = [];
    let left = random.next() < 0.5 ? random.between(1, 3) : 0;
    for (let words = 0; words < wanted; ) {
      if (left > 0 && paragraphs.length > 1 && random.next() < 0.3) {
        left -= 1;
        const speaker = person(random);
        const role = random.pick(roles);
        paragraphs.push(`${role} ${speaker} issued the following statement:`);
        const first = paragraphs.length;
        for (let more = random.between(1, 2); more > 0; more--) {
          const paragraph = this.#paragraph(random);
          words += paragraph.words;
          paragraphs.push(`“${paragraph.text}”`);
        }
        const organization = random.pick(organizations);
        statements.push({ speaker, role, organization, paragraphs: [first, paragraphs.length - 1] });
      }
      const paragraph = this.#paragraph(random);
      words += paragraph.words;
      paragraphs.push(paragraph.text);
    }
    const day = new Date(Date.UTC(2005, 0, 1 + random.between(0, 7600))).toISOString().slice(0, 10);
    return {
      number,
      title: this.#sentence(random, random.between(5, 9)).slice(0, -1),
      byline: person(random),
      publication: random.pick(publications),
      published: day,
      url: `https://courier.example/${day.slice(0, 4)}/article-${number}`,
      paragraphs,
      statements,
    };
  }

  #paragraph(random: Random): { text: string; words: number } {
    const sentences: string[] = [];
    let words = 0;
    for (let count = random.between(2, 4); count > 0; count--) {
      const length = random.between(8, 24);
      words += length;
      sentences.push(this.#sentence(random, length));
    }
    return { text: sentences.join(' '), words };
  }

  #sentence(random: Random, length: number): string {
    let text = '';
    for (let index = 0; index < length; index++) {
      const word = this.vocabulary[this.#zipf.draw(random)] ?? '';
      if (index === 0) text = word.charAt(0).toUpperCase() + word.slice(1);
      else text += (index % 7 === 6 && random.next() < 0.4 ? ', ' : ' ') + word;
    }
    return `${text}.`;
  }
}

function person(random: Random): string {
  return `${random.pick(firstNames)} ${random.pick(lastNames)}`;
}

/** The article as a plain text file, in the shape that newspapers' own text exports have. */
export function toTextFile(article: GeneratedArticle): string {
  return `${article.title}\n\nBy ${article.byline}\n${article.publication}, ${article.published}\n\n${article.paragraphs.join('\n\n')}\n`;
}

/** The article as a page that a browser saved, with metadata and the usual surroundings. */
export function toHtmlFile(article: GeneratedArticle): string {
  const about = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    author: [{ '@type': 'Person', name: article.byline }],
    publisher: { '@type': 'Organization', name: article.publication },
    datePublished: article.published,
    mainEntityOfPage: article.url,
  };
  const body = article.paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${article.title} | ${article.publication}</title>
<link rel="canonical" href="${article.url}">
<script type="application/ld+json">${JSON.stringify(about)}</script></head>
<body><header><nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav></header>
<main><article><h1>${article.title}</h1><p class="byline">By ${article.byline}</p>
${body}
</article></main><footer>© ${article.publication}. All rights reserved.</footer></body></html>
`;
}
