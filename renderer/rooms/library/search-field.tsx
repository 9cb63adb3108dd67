import { useLayoutEffect, useRef } from 'preact/hooks';
import { queryPieces } from '../../shared/lib/query-pieces.ts';
import { Icon } from '../../shared/parts/icon.tsx';
import { useKeys } from '../../shared/state/keys.ts';
import { query, searchField, searchFieldIsHere } from '../../shared/state/search.ts';
import { libraryTexts } from './texts.ts';

/**
 * The one search field. What is typed is drawn twice: by the field itself, in a colour that can't be seen,
 * and under it in pieces, so that `speaker:alder` looks like what it is understood to be.
 */
export function SearchField() {
  const field = searchField;
  const painted = useRef<HTMLDivElement>(null);
  useLayoutEffect(searchFieldIsHere, []);
  useSearchKeys();
  const follow = () => {
    if (painted.current !== null && field.current !== null) painted.current.scrollLeft = field.current.scrollLeft;
  };
  return (
    <div class="search-field">
      <Icon name="search" />
      <div class="typed">
        <div ref={painted} class="painted" aria-hidden="true">
          <PaintedQuery />
        </div>
        <input
          ref={field}
          type="text"
          role="searchbox"
          aria-label={libraryTexts.search}
          placeholder={libraryTexts.placeholder}
          value={query.value}
          spellcheck={false}
          autocomplete="off"
          maxLength={4000}
          onInput={(event) => {
            query.value = event.currentTarget.value;
          }}
          onScroll={follow}
          onKeyUp={follow}
        />
      </div>
      {query.value === '' ? (
        <kbd>/</kbd>
      ) : (
        <button
          type="button"
          class="icon-button"
          aria-label={libraryTexts.clear}
          title={libraryTexts.clear}
          onClick={() => {
            query.value = '';
            field.current?.focus();
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}

function PaintedQuery() {
  return (
    <>
      {queryPieces(query.value).map((piece, index) => (
        // Pieces have no identity but their place.
        <span key={`${index}`} class={piece.kind}>
          {piece.text}
        </span>
      ))}
    </>
  );
}

function useSearchKeys(): void {
  const inField = () => document.activeElement === searchField.current;
  const list = () => document.querySelector<HTMLElement>('.results')?.focus();
  useKeys({
    Escape: { label: libraryTexts.keys.leave, run: list, when: inField },
    ArrowDown: { label: libraryTexts.keys.next, run: list, when: inField, typing: true, unlisted: true },
    Enter: { label: libraryTexts.keys.open, run: list, when: inField, typing: true, unlisted: true },
  });
}
