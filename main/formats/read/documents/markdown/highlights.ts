import type { MarkedExtension, Token } from 'marked';
import type { ForeignMark } from '../../../../contract/index.ts';
import { markOf } from '../../services/exports/brought.ts';
import { inlineOf } from './inline.ts';

/** Words between two pairs of equals signs are marked ones (Obsidian, Joplin and others); the signs are no words. */
export const highlightSyntax: MarkedExtension = {
  extensions: [
    {
      name: 'highlight',
      level: 'inline',
      // "a==b==c" is a comparison, not a mark.
      start: (source) => (source.includes('==') ? /(?<![\p{L}\p{N}=])==(?=[^\s=])/u.exec(source)?.index : undefined),
      tokenizer(source) {
        const found = /^==(?=[^\s=])((?:(?!==|\n\n)[\s\S]){0,5000}?[^\s=])==(?![\p{L}\p{N}=])/u.exec(source);
        if (found === null) return undefined;
        const [raw, text = ''] = found;
        return { type: 'highlight', raw, text, tokens: this.lexer.inlineTokens(text) };
      },
    },
  ],
};

/** How much of the surroundings a mark is given, in letters. */
const around = 64;
/** A text with more marks than this is marked as a whole. */
const mostMarks = 1000;

/** The marked words of a text, each with what stands around it in its line. */
export function highlightsOf(tokens: readonly Token[]): ForeignMark[] {
  const marks: ForeignMark[] = [];
  const visit = (list: readonly Token[]): void => {
    for (const [index, token] of list.entries()) {
      if (marks.length >= mostMarks) return;
      const inner = 'tokens' in token && token.tokens !== undefined ? token.tokens : [];
      if (token.type === 'highlight') {
        const exact = inlineOf(inner).text;
        const prefix = inlineOf(list.slice(0, index)).text.slice(-around).toWellFormed();
        const suffix = inlineOf(list.slice(index + 1))
          .text.slice(0, around)
          .toWellFormed();
        if (exact.trim() !== '') marks.push(markOf({ quote: { exact, prefix, suffix }, color: 'amber' }));
      } else visit(inner);
      if ('items' in token && Array.isArray(token.items)) visit(token.items as Token[]);
    }
  };
  visit(tokens);
  return marks;
}
