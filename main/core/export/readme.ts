import { headingName, shownName } from '../../contract/index.ts';

/** README.txt of a package: for somebody who has the files and has never seen Verbatim. */
export function packageReadme(about: {
  readonly agent: string;
  /** Null with a selection: its library isn't named. */
  readonly library: string | null;
  readonly date: string;
  readonly selection: string;
  readonly articles: number;
  readonly statements: number;
  readonly annotations: number;
  readonly notes: boolean;
  readonly leftOut: readonly { readonly label: string; readonly reason: string }[];
  readonly brokenSeals: readonly { readonly label: string; readonly reason: string }[];
}): string {
  const leftOut =
    about.leftOut.length === 0
      ? 'Nothing was left out: every text agreed with its original when it was written here.'
      : [
          'Left out, because the words did not agree with their original when this was written, or could not be read:',
          ...about.leftOut.map(({ label, reason }) => `  - ${shownName(label)}: ${shownName(reason)}`),
        ].join('\n');
  const broken =
    about.brokenSeals.length === 0
      ? ''
      : `${[
          '\nStatements whose words are not those they were made on, each sealed "Changed":',
          ...about.brokenSeals.map(({ label, reason }) => `  - ${shownName(label)}: ${shownName(reason)}`),
        ].join('\n')}\n`;
  return `WHAT THIS IS

A collection of news articles and of the statements quoted in them, handed over on
${about.date}${about.library === null ? '' : ` from the library "${headingName(about.library)}"`} (${headingName(about.selection)}) by ${about.agent},
a program for keeping articles and official statements offline. You need no special
program to use it: everything is plain text, JSON, CSV, or the files as they came in.

It holds ${about.articles} articles, ${about.statements} statements and ${about.annotations} annotations.
${
  about.notes
    ? 'The notes of the people who worked with it are included.'
    : 'Personal notes were not included, nor what codes mean and what was searched for; highlights\nand codes are.'
}
${leftOut}
${broken}

WHERE TO LOOK

originals/        The files as they were taken in (saved web pages, texts, pictures). Each
                  is named by the SHA-256 of its bytes and was never changed.
articles/         Two reading copies of each article: .md (Markdown, to read) and .json
                  (complete, to process): the text, its blocks, where it came from, all
                  earlier revisions, its statements and annotations.
statements.csv    Everything that somebody is quoted as saying: who, in what role, when it
                  was said, published and captured, the exact words, and where they stand;
                  "confirmed_by" tells a person's own confirmation from a package's.
                  Opens in any spreadsheet (UTF-8, commas). A cell that would begin with
                  = + - or @ has an apostrophe before it, so that no spreadsheet takes
                  somebody's words for a formula; statements.json has the exact words.
statements.json   The same for programs.
annotations.jsonld
                  Highlights, notes and codes as W3C Web Annotations
                  (https://www.w3.org/TR/annotation-model/).
codes.json        The codes in use: what each means, and which belongs under which.
collections.json  Which articles were gathered under which name, where that was chosen.
awaited.jsonl     Where there is one: pages that reading lists and other programs told of and
                  that are not here, with the tags and marks that wait for them.
events.jsonl      The log of what is handed over here: what was done, by what version of the
                  program, and when; one JSON object a line. What tells of other things
                  stays where it comes from.
library.json      What this package is, and what is needed to restore it; with other names
                  of those who speak, where they go along.


HOW TO CHECK THAT NOTHING CHANGED

The folder above this one is a "bag" (BagIt 1.0, RFC 8493). On Linux or macOS, go there
and run:

    sha512sum -c manifest-sha512.txt        (macOS: shasum -a 512 -c manifest-sha512.txt)

Every line must end in "OK". Programs such as Bagger or bagit-python check the same and more.


HOW THE TEXTS ARE MADE

The reading copy of an article is a list of blocks (headings, paragraphs, quotations …)
in articles/*.json. Joining the blocks of the body, with an empty line between two of
them, gives the "text" of the revision, and "sha256" is the SHA-256 of that text in
UTF-8. Every "start" and "end" counts UTF-16 code units in it (JavaScript, Java and C#
count so; in Python, encode as UTF-16 first). The words of each block stand in the
original, white space aside: this was checked when the package was written.

Three dates are kept apart: "said" is when somebody said the words, "published" when the
article appeared, "captured" when the copy was saved. When a file was last changed says
nothing of that, and stands as "file_dated". A date is only as exact as its source:
2016-11 means some day of November 2016.


HOW TO TAKE IT IN AGAIN

Give the whole package, as a folder or as a zip, to Verbatim's "Add articles": articles,
revisions, statements, annotations, codes and collections come back with the same ids,
the same hashes and the same places.
`;
}
