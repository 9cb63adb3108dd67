import { useEffect, useState } from 'preact/hooks';
import { type ErrorData, toErrorData } from '../../../main/contract/errors.ts';
import type { StatementId } from '../../../main/contract/ids.ts';
import { type CheckedStatement, type OriginalPassage, sealInWords } from '../../../main/contract/seals.ts';
import { api } from '../../api/api.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { closeOverlay } from '../state/overlays.ts';
import { sealTexts as texts } from './seal-texts.ts';

/** A statement held against its original: the seal with its reason, the passage in the original's own words, both hashes. */
export function SealedWords({ statement }: { readonly statement: StatementId }) {
  const [checked, setChecked] = useState<CheckedStatement | null>(null);
  const [failure, setFailure] = useState<ErrorData | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    api
      .call('statements.check', { id: statement }, { signal: stop.signal })
      .then(setChecked)
      .catch((thrown: unknown) => !stop.signal.aborted && setFailure(toErrorData(thrown)));
    return () => stop.abort();
  }, [statement]);
  return (
    <Dialog title={texts.title} onClose={closeOverlay} size="wide">
      <div class="sealed-words" aria-busy={checked === null && failure === null}>
        {failure !== null && (
          <p role="alert">
            {texts.failed}: {failure.message}
          </p>
        )}
        {failure === null && checked === null && <p role="status">{texts.comparing}</p>}
        {checked !== null && <Checked checked={checked} />}
      </div>
    </Dialog>
  );
}

function Checked({ checked }: { readonly checked: CheckedStatement }) {
  const { seal, reason, words, madeOn, passage, original, sha256 } = checked;
  return (
    <>
      <p role="status" class={`seal-mark ${seal}`}>
        <Icon name={seal === 'original' ? 'health' : 'warning'} />
        {sealInWords[seal]}
      </p>
      <p>{reason ?? texts.meaning[seal]}</p>
      <section>
        <h3>{texts.inOriginal(original.name)}</h3>
        {passage === null ? (
          <p class="muted">{texts.noPassage}</p>
        ) : (
          <>
            {!passage.isExact && <p class="muted">{texts.likeIt}</p>}
            <Passage passage={passage} />
          </>
        )}
      </section>
      {seal === 'changed' && <Words title={texts.shown} words={words} />}
      {madeOn !== null && <Words title={texts.madeOn} words={madeOn} />}
      <dl class="facts">
        <div>
          <dt>{texts.originalHash}</dt>
          <dd>
            <code class="hash">{original.sha256}</code>
          </dd>
        </div>
        <div>
          <dt>{texts.textHash}</dt>
          <dd>
            <code class="hash">{sha256}</code>
          </dd>
        </div>
      </dl>
    </>
  );
}

function Passage({ passage: { text, words } }: { readonly passage: OriginalPassage }) {
  return (
    <blockquote class="passage" dir="auto">
      {text.slice(0, words.start)}
      <mark>{text.slice(words.start, words.end)}</mark>
      {text.slice(words.end)}
    </blockquote>
  );
}

function Words({ title, words }: { readonly title: string; readonly words: string }) {
  return (
    <section>
      <h3>{title}</h3>
      <blockquote class="passage" dir="auto">
        {words}
      </blockquote>
    </section>
  );
}
