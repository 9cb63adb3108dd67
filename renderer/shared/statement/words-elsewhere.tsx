import { useEffect, useState } from 'preact/hooks';
import type { Span } from '../../../main/contract/canonical-text.ts';
import { type ErrorData, toErrorData } from '../../../main/contract/errors.ts';
import type { StatementId } from '../../../main/contract/ids.ts';
import type { SameWords, WordsElsewhere, WordsFound, WordsInRevision } from '../../../main/contract/same-words.ts';
import { api } from '../../api/api.ts';
import { dateWords, instantWords } from '../lib/dates.ts';
import { shownTitle, shownWords } from '../lib/short-words.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { closeOverlay } from '../state/overlays.ts';
import { navigate } from '../state/route.ts';
import { elsewhereTexts as texts } from './elsewhere-texts.ts';
import { whoSpeaks } from './who-speaks.ts';

/** Where else a statement's words stand, and how: in other articles, oldest first, and in its own article's revisions. */
export function WordsElsewhereBox({ statement }: { readonly statement: StatementId }) {
  const [elsewhere, setElsewhere] = useState<WordsElsewhere | null>(null);
  const [failure, setFailure] = useState<ErrorData | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    api
      .call('statements.elsewhere', { id: statement }, { signal: stop.signal })
      .then(setElsewhere)
      .catch((thrown: unknown) => !stop.signal.aborted && setFailure(toErrorData(thrown)));
    return () => stop.abort();
  }, [statement]);
  return (
    <Dialog title={texts.title} onClose={closeOverlay} size="wide">
      <div class="words-elsewhere" aria-busy={elsewhere === null && failure === null}>
        {failure !== null && (
          <p role="alert">
            {texts.failed}: {failure.message}
          </p>
        )}
        {failure === null && elsewhere === null && <p role="status">{texts.looking}</p>}
        {elsewhere !== null && <Elsewhere elsewhere={elsewhere} />}
      </div>
    </Dialog>
  );
}

function Elsewhere({ elsewhere }: { readonly elsewhere: WordsElsewhere }) {
  const { words, found, more, tooShort, revisions } = elsewhere;
  return (
    <>
      <blockquote class="own-words" dir="auto">
        {shownWords(words)}
      </blockquote>
      <p role="status">{tooShort ? texts.tooShort : texts.found(found.length)}</p>
      <ol>
        {found.map((one) => (
          <Found key={one.article} found={one} words={words} />
        ))}
      </ol>
      {more && <p class="hint">{texts.more}</p>}
      {revisions.length > 0 && (
        <section>
          <h3>{texts.revisions}</h3>
          <ol>
            {revisions.map((one) => (
              <Revision key={one.revision} revision={one} words={words} />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function Found({ found, words }: { readonly found: SameWords; readonly words: string }) {
  const { title, publication, published, kind, article, span } = found;
  const source = [publication, published === null ? texts.noDay : dateWords(published)];
  return (
    <li>
      <p class="source">
        <button
          type="button"
          class="link-button"
          onClick={() => {
            closeOverlay();
            navigate({ room: 'reader', article, at: span.start });
          }}
        >
          {shownTitle(title)}
        </button>
        <span class="muted">{source.filter((part) => part !== null).join(' · ')}</span>
        <span class={`kind ${kind}`} title={texts.meanings[kind]}>
          {texts.kinds[kind]}
        </span>
      </p>
      <Attribution found={found} />
      <Differing found={found} words={words} />
    </li>
  );
}

function Attribution({ found: { attributed } }: { readonly found: SameWords }) {
  if (attributed.to === 'nobody') return <p class="muted">{texts.nobody}</p>;
  const who = whoSpeaks(attributed) ?? texts.unknown;
  if (attributed.to === 'same') return <p class="muted">{texts.said(who)}</p>;
  return (
    <p class="other-speaker">
      <Icon name="warning" />
      {texts.saidByOther(who)}
    </p>
  );
}

function Revision({ revision, words }: { readonly revision: WordsInRevision; readonly words: string }) {
  const { number, captured, words: there } = revision;
  return (
    <li>
      <p class="source">
        <b>{texts.revision(number)}</b>
        {captured !== null && <span class="muted">{instantWords(captured)}</span>}
      </p>
      {there === null ? <p class="muted">{texts.lost}</p> : <Differing found={there} words={words} />}
    </li>
  );
}

/** The words as they stand there, those that only stand there marked, and below them those that don't. */
export function Differing({ found, words }: { readonly found: WordsFound; readonly words: string }) {
  const { text, added, gone } = found;
  return (
    <>
      <blockquote dir="auto">
        {stretches(text, added).map(({ from, part, isAdded }) =>
          isAdded ? (
            <ins key={from}>
              <span class="said">{texts.added} </span>
              {part}
              <span class="said"> {texts.end}</span>
            </ins>
          ) : (
            part
          ),
        )}
      </blockquote>
      {gone.length > 0 && (
        <p class="gone" dir="auto">
          <span class="muted">{texts.leftOut}</span>{' '}
          {gone.map(({ start, end }) => (
            <del key={start}>{ends(words.slice(start, end))}</del>
          ))}
        </p>
      )}
    </>
  );
}

/** Of what is long its beginning and its end; the signs in front of it belong to what stands before. */
function ends(gone: string): string {
  const words = gone.replace(/^[^\p{L}\p{N}]+/u, '');
  return words.length <= 160
    ? words
    : `${words.slice(0, 90).toWellFormed().trim()} … ${words.slice(-60).toWellFormed().trim()}`;
}

function stretches(
  text: string,
  marked: readonly Span[],
): readonly { readonly from: number; readonly part: string; readonly isAdded: boolean }[] {
  const cuts = [0, ...marked.flatMap(({ start, end }) => [start, end]), text.length];
  return cuts
    .slice(0, -1)
    .map((from, index) => ({ from, part: text.slice(from, cuts[index + 1]), isAdded: index % 2 === 1 }))
    .filter(({ part }) => part !== '');
}
