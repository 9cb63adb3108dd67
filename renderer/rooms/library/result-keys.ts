import type { ArticleId } from '../../../main/contract/ids.ts';
import { extendTo, moveTo, toggle } from '../../shared/lib/choice.ts';
import { binArticles } from '../../shared/state/collection-acts.ts';
import { useCommands } from '../../shared/state/commands.ts';
import { useKeys } from '../../shared/state/keys.ts';
import { readOnly } from '../../shared/state/library.ts';
import { notify } from '../../shared/state/notices.ts';
import { overlay } from '../../shared/state/overlays.ts';
import { navigate } from '../../shared/state/route.ts';
import { choice, meantArticles, openResult, results } from '../../shared/state/search.ts';
import { libraryTexts } from './texts.ts';

const texts = libraryTexts.keys;

/** Opens the row with the cursor. */
export function openChosen(): void {
  const row = results.row(choice.value.at);
  if (row !== undefined) openResult(row);
}

export function addChosen(): void {
  const articles = meantArticles();
  if (articles.length > 0) overlay.value = { kind: 'collections', articles };
}

export function binChosen(): void {
  const articles = meantArticles();
  if (articles.length === 0) return;
  choice.value = moveTo(Math.min(...(choice.value.chosen.size > 0 ? choice.value.chosen : [choice.value.at])), total());
  void binArticles(articles);
}

export function exportChosen(): void {
  const articles = meantArticles();
  if (articles.length > 0) navigate({ room: 'export', selection: { of: 'articles', articles } });
}

/** The article that waits to be compared with the next one. */
let waiting: ArticleId | null = null;

/** Puts two articles side by side: the two chosen ones, else the one at the cursor and the one it was asked of next. */
export function compareChosen(): void {
  const chosen = meantArticles();
  const [left, right] = chosen.length === 2 ? chosen : [waiting, chosen[0]];
  if (left != null && right !== undefined && left !== right) {
    waiting = null;
    navigate({ room: 'compare', sides: { left: { article: left }, right: { article: right } } });
    return;
  }
  const row = results.row(choice.value.at);
  if (row === undefined) return;
  waiting = row.article.id;
  notify(libraryTexts.compareNext(row.article.title));
}

/** The keys of the list of results; they work wherever in the room the focus is, but while typing. */
export function useResultKeys(): void {
  const go = (step: number) => () => {
    choice.value = moveTo(Math.max(0, choice.value.at + step), total());
  };
  const extend = (step: number) => () => {
    choice.value = extendTo(choice.value, choice.value.at + step, total());
  };
  const writable = () => !readOnly.value;
  useCommands({ 'compare-chosen': compareChosen });
  useKeys(
    {
      j: { label: texts.next, run: go(1) },
      ArrowDown: { label: texts.next, run: go(1), unlisted: true },
      k: { label: texts.previous, run: go(-1) },
      ArrowUp: { label: texts.previous, run: go(-1), unlisted: true },
      PageDown: { label: texts.next, run: go(8), unlisted: true },
      PageUp: { label: texts.previous, run: go(-8), unlisted: true },
      Home: { label: texts.first, run: go(-Infinity), unlisted: true },
      End: { label: texts.last, run: go(Infinity), unlisted: true },
      Enter: { label: texts.open, run: openChosen },
      o: { label: texts.open, run: openChosen, unlisted: true },
      x: {
        label: texts.toggle,
        run: () => {
          choice.value = toggle(choice.value, choice.value.at);
        },
        when: () => choice.value.at >= 0,
      },
      J: { label: texts.extend, run: extend(1) },
      'Shift+ArrowDown': { label: texts.extend, run: extend(1), unlisted: true },
      K: { label: texts.extendUp, run: extend(-1) },
      'Shift+ArrowUp': { label: texts.extendUp, run: extend(-1), unlisted: true },
      a: { label: texts.add, run: addChosen, when: writable },
      e: { label: texts.export, run: exportChosen },
      v: { label: texts.compare, run: compareChosen, when: () => choice.value.at >= 0 },
      Delete: { label: texts.bin, run: binChosen, when: writable },
      Escape: {
        label: texts.leave,
        run: () => {
          choice.value = moveTo(choice.value.at, total());
        },
        when: () => choice.value.chosen.size > 0,
        unlisted: true,
      },
    },
    { title: texts.title },
  );
}

function total(): number {
  return results.total.value ?? 0;
}
