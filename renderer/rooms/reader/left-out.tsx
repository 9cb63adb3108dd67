import { useRef, useState } from 'preact/hooks';
import type { ArticleView } from '../../../main/contract/articles.ts';
import type { Block, RemovalLogEntry } from '../../../main/contract/document.ts';
import { leftOutBlocks, leftOutWords } from '../../../main/contract/left-out.ts';
import { shortWords } from '../../shared/lib/short-words.ts';
import { Icon } from '../../shared/parts/icon.tsx';
import { putBack } from './correct-actions.ts';
import { leftOutTexts as texts } from './left-out-texts.ts';
import { useReader } from './model.ts';
import { reader } from './texts.ts';
import { ExtractThis } from './work-on-this.tsx';

/** What extraction left out of the article: one quiet line, which opens to the passages with their reasons. */
export function LeftOut({ view }: { readonly view: ArticleView }) {
  const { leftOut } = useReader();
  const { removals } = view.revision;
  if (removals.length === 0) return null;
  const out = removals.filter(({ returned }) => returned === undefined).length;
  return (
    <section class="omissions">
      <button
        type="button"
        class="fold"
        id="left-out-fold"
        aria-expanded={leftOut.value}
        aria-controls="left-out-list"
        onClick={() => {
          leftOut.value = !leftOut.value;
        }}
      >
        <Icon name="restore" />
        <span>{out === 0 ? texts.allBack : texts.summary(out)}</span>
        <span class="fold-act">{leftOut.value ? reader.hide : reader.show}</span>
      </button>
      {leftOut.value && <Passages view={view} />}
    </section>
  );
}

function Passages({ view }: { readonly view: ArticleView }) {
  const list = useRef<HTMLDivElement>(null);
  const { removals } = view.revision;
  const old = !view.upToDate && removals.some(({ place, returned }) => place === undefined && returned === undefined);
  /** The button that was pressed goes with its passage; the next one takes the focus. */
  const keepFocus = (index: number) => () =>
    requestAnimationFrame(() => {
      const buttons = list.current?.querySelectorAll<HTMLElement>('.put-back') ?? [];
      (buttons[Math.min(index, buttons.length - 1)] ?? document.getElementById('left-out-fold'))?.focus();
    });
  const act = (run: () => Promise<boolean>, button: HTMLElement) => {
    const buttons = [...(list.current?.querySelectorAll('.put-back') ?? [])];
    void run().then(keepFocus(buttons.indexOf(button)));
  };
  return (
    <div id="left-out-list" class="omissions-list" ref={list}>
      {old && (
        <p class="omissions-note">
          {texts.tooOld} <ExtractThis />
        </p>
      )}
      <ol aria-label={texts.list}>
        {removals.map((entry, index) => (
          // The log of a revision never changes.
          <li key={`${index}`}>
            <Passage entry={entry} index={index} act={act} />
          </li>
        ))}
      </ol>
    </div>
  );
}

type Act = (run: () => Promise<boolean>, button: HTMLElement) => void;

/** One line of the log: why, the words, and the way back; of a part of several blocks, for each of them too. */
function Passage({
  entry,
  index,
  act,
}: {
  readonly entry: RemovalLogEntry;
  readonly index: number;
  readonly act: Act;
}) {
  const model = useReader();
  const blocks = leftOutBlocks(entry);
  const several = blocks.length > 1;
  const writable = model.writable.value;
  return (
    <>
      <p class="why">
        <span>{entry.reason}</span>
        {entry.returned !== undefined && <b>{texts.returned}</b>}
        {writable && blocks.length > 0 && (
          <PutBack
            label={several ? texts.putBackAll(blocks.length) : texts.putBack}
            words={entry.text}
            run={() => putBack(model, index, null, blocks.length)}
            act={act}
          />
        )}
      </p>
      {several ? (
        <ul>
          {blocks.map((block, at) => (
            <li key={`${at}`} class={`omitted-${block.kind}`}>
              <Words text={leftOutWords(block)} />
              {writable && (
                <PutBack
                  label={texts.putBack}
                  words={leftOutWords(block)}
                  run={() => putBack(model, index, at, 1)}
                  act={act}
                />
              )}
            </li>
          ))}
        </ul>
      ) : (
        <Words text={wholeWords(entry, blocks[0])} />
      )}
    </>
  );
}

function PutBack(props: {
  readonly label: string;
  readonly words: string;
  readonly run: () => Promise<boolean>;
  readonly act: Act;
}) {
  return (
    <button
      type="button"
      class="link-button put-back"
      aria-label={texts.named(props.label, shortWords(props.words))}
      onClick={(event) => props.act(props.run, event.currentTarget)}
    >
      {props.label}
    </button>
  );
}

/** The block's own words where the log keeps it: those of the entry may be cut. */
function wholeWords(entry: RemovalLogEntry, block: Block | undefined): string {
  return block === undefined || entry.place?.blocks === null ? entry.text : leftOutWords(block);
}

/** Longer passages are shown by their beginning. */
const longest = 280;

function Words({ text }: { readonly text: string }) {
  const [open, setOpen] = useState(false);
  const line = text.split('\n').join(' · ');
  if (line.length <= longest) return <p class="words">{line}</p>;
  return (
    <p class="words">
      {open ? line : `${line.slice(0, longest).toWellFormed()}…`}{' '}
      <button type="button" class="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? texts.less : texts.more}
      </button>
    </p>
  );
}
