import type { CitationPlaceholder } from '../../../main/contract/citations.ts';

const placeholders: Readonly<Record<CitationPlaceholder, string>> = {
  quotation: 'the words, in quotation marks',
  words: 'the words alone',
  attribution: 'who said them, as what, when, and what is open about that',
  speaker: 'the speaker',
  role: 'the speaker’s role then',
  organisation: 'for whom the speaker spoke',
  said: 'the day it was said',
  source: 'authors, title, publication and its date, in a sentence',
  authors: 'who wrote the article',
  title: 'the article’s title',
  publication: 'the publication',
  published: 'the day it was published',
  address: 'its address',
  captured: 'the day it was captured',
  seal: 'whether the words are exact in the original',
  hash: 'the first 12 digits of the text’s SHA-256',
  'whole hash': 'all of them',
};

/** The box in which a person writes how words are copied. */
export const citationTexts = {
  title: 'How citations are copied',
  template: 'Form of a citation',
  optional: 'What stands in [square brackets] is left out where a placeholder in it has nothing to tell.',
  insert: 'Placeholders',
  insertOne: (name: string, meaning: string) => `Insert {${name}}: ${meaning}`,
  placeholders,
  preview: 'Preview',
  forms: { plain: 'Plain text', markdown: 'Markdown', html: 'HTML' },
  together: 'All three go to the clipboard at once; what you paste into takes the one it can use.',
  unknown: (names: readonly string[]) =>
    `${names.map((name) => `{${name}}`).join(', ')} ${names.length === 1 ? 'is' : 'are'} no placeholder.`,
  noWords: 'Name {quotation} or {words}: without them there would be nothing to cite.',
  never:
    'That nobody confirmed a speaker, that not all words are one speaker’s, or that words have changed is told even where {attribution} is not in the form.',
  usual: 'Usual form',
} as const;
