import { useEffect, useId, useState } from 'preact/hooks';
import type { WordsInTurn } from '../../../main/contract/same-words.ts';
import type { Statement } from '../../../main/contract/statements.ts';
import { api } from '../../api/api.ts';
import { instantWords } from '../../shared/lib/dates.ts';
import { Icon } from '../../shared/parts/icon.tsx';
import { navigate } from '../../shared/state/route.ts';
import { Differing } from '../../shared/statement/words-elsewhere.tsx';
import { useReader } from './model.ts';
import { reader } from './texts.ts';

const texts = reader.throughRevisions;

/** What became of a statement's words from revision to revision of its article; nothing where there is but one. */
export function ThroughRevisions({ statement }: { readonly statement: Statement }) {
  const revisions = useReader().view.value?.revisions.length ?? 0;
  const [turns, setTurns] = useState<readonly WordsInTurn[] | null>(null);
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  // Corrected words, and another revision, are other words to look for.
  useEffect(() => {
    if (revisions < 2) return;
    const stop = new AbortController();
    api
      .call('statements.revisions', { id: statement.id }, { signal: stop.signal })
      .then(setTurns)
      // The card is of use without this line; the room tells of a library that fails.
      .catch(() => setTurns(null));
    return () => stop.abort();
  }, [statement.id, statement.modified, revisions]);
  if (revisions < 2 || turns === null) return null;
  return (
    <div class="through-revisions">
      <button
        type="button"
        class="link-button"
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={() => setOpen(!isOpen)}
      >
        {summaryOf(turns)}
        <Icon name="chevron" />
      </button>
      {isOpen && (
        <ol id={listId} class="words-elsewhere" aria-label={texts.title}>
          {turns.map((turn) => (
            <Turn key={turn.revision} turn={turn} statement={statement} />
          ))}
        </ol>
      )}
    </div>
  );
}

/** The last thing that happened to the words, or that nothing did. */
function summaryOf(turns: readonly WordsInTurn[]): string {
  const last = turns.findLast(({ change }) => change === 'changed' || change === 'lost' || change === 'appeared');
  return last === undefined ? texts.sameInAll(turns.length) : texts.last(texts.changes[last.change], last.number);
}

function Turn({ turn, statement }: { readonly turn: WordsInTurn; readonly statement: Statement }) {
  const { revision, number, captured, fileDated, change, changed } = turn;
  const isLooked = change === 'changed' || change === 'lost' || change === 'appeared';
  return (
    <li>
      <p class="source">
        <button
          type="button"
          class="link-button"
          onClick={(event) => {
            event.stopPropagation();
            navigate({ room: 'reader', article: statement.article, revision });
          }}
        >
          {texts.revision(number)}
        </button>
        <span class="muted">
          {captured !== null
            ? instantWords(captured)
            : fileDated !== null && `${reader.fileDated} ${instantWords(fileDated)}`}
        </span>
        <span class={isLooked ? 'warned' : 'muted'}>{texts.changes[change]}</span>
      </p>
      {changed !== null && <Differing found={changed.words} words={changed.before} />}
    </li>
  );
}
