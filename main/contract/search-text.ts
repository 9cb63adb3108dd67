import * as v from 'valibot';

/** Nobody types more; every word of a search is looked up by itself, in each of the index's parts. */
export const longestSearch = 4000;

/** A search text, as a person writes it: in the field, in the terminal, in a saved search or a selection. */
export const SearchText = v.pipe(
  v.string(),
  v.maxLength(
    longestSearch,
    `A search has at most ${longestSearch} characters. Shorten it to the words that matter, or search in parts.`,
  ),
);
