import type { SpeakerReference } from '../../../main/contract/people.ts';
import type { Statement } from '../../../main/contract/statements.ts';
import { shortWords } from '../../shared/lib/short-words.ts';
import { Icon } from '../../shared/parts/icon.tsx';
import { navigate } from '../../shared/state/route.ts';
import { goToEntry } from './go-to-entry.ts';
import { type MarginEntry, type ReaderModel, useReader } from './model.ts';
import { reader } from './texts.ts';

const texts = reader.sameSpeaker;

type StatementEntry = Extract<MarginEntry, { kind: 'statement' }>;

/** What else somebody says in the article: how much, each by a press or a key, all of it painted; and the way to all their words. */
export function SameSpeaker({ statement }: { readonly statement: Statement }) {
  return (
    <>
      {statement.speakers.map((speaker) => (
        <OneSpeaker key={speaker.id} statement={statement} speaker={speaker} />
      ))}
    </>
  );
}

function OneSpeaker({ statement, speaker }: { readonly statement: Statement; readonly speaker: SpeakerReference }) {
  const model = useReader();
  const theirs = entriesOf(model, speaker.id);
  const at = theirs.findIndex(({ id }) => id === statement.id);
  const isShown = model.speaker.value === speaker.id;
  const listId = `said-here-${speaker.id}`;
  return (
    <div class="same-speaker">
      <p>
        {theirs.length > 1 && (
          <>
            <button
              type="button"
              class="link-button"
              aria-expanded={isShown}
              aria-controls={listId}
              onClick={() => {
                model.speaker.value = isShown ? null : speaker.id;
              }}
            >
              {texts.here(theirs.length, statement.speakers.length > 1 ? speaker.name : null)}
            </button>
            <span class="figures">{texts.place(at + 1, theirs.length)}</span>
            <Step to={theirs[at - 1]} name={texts.previous} look="earlier" />
            <Step to={theirs[at + 1]} name={texts.next} look="later" />
          </>
        )}
        <button
          type="button"
          class="link-button"
          onClick={() => navigate({ room: 'people', person: speaker.id })}
          aria-label={texts.everywhereOf(speaker.name)}
        >
          {texts.everywhere}
        </button>
      </p>
      {isShown && theirs.length > 1 && (
        <ol id={listId} aria-label={texts.listOf(speaker.name)}>
          {theirs.map((entry) => (
            <li key={entry.id}>
              <button
                type="button"
                dir="auto"
                aria-current={entry.id === statement.id ? 'true' : undefined}
                onClick={(event) => {
                  event.stopPropagation();
                  goToEntry(model, entry);
                }}
              >
                {shortWords(entry.statement.text)}
              </button>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Step(props: { readonly to: StatementEntry | undefined; readonly name: string; readonly look: string }) {
  const model = useReader();
  const { to, name, look } = props;
  return (
    <button
      type="button"
      class={`icon-button ${look}`}
      aria-label={name}
      title={name}
      disabled={to === undefined}
      onClick={(event) => {
        event.stopPropagation();
        if (to !== undefined) goToEntry(model, to);
      }}
    >
      <Icon name="back" />
    </button>
  );
}

/** Goes to the next or previous words of whoever speaks in the active statement. */
export function goToSameSpeaker(model: ReaderModel, statement: Statement, step: 1 | -1): void {
  const speaker = statement.speakers.find(({ id }) => id === model.speaker.value) ?? statement.speakers[0];
  if (speaker === undefined) {
    model.announcement.value = texts.nobody;
    return;
  }
  const theirs = entriesOf(model, speaker.id);
  const at = theirs.findIndex(({ id }) => id === statement.id) + step;
  const next = theirs[at];
  if (next === undefined) model.announcement.value = texts.last(speaker.name);
  else {
    goToEntry(model, next);
    model.announcement.value = `${speaker.name}, ${texts.place(at + 1, theirs.length)}`;
  }
}

/** Paints what the active statement's speaker says here, or no longer. */
export function toggleSpeaker(model: ReaderModel, statement: Statement): void {
  const [speaker] = statement.speakers;
  if (speaker === undefined) model.announcement.value = texts.nobody;
  else model.speaker.value = model.speaker.value === null ? speaker.id : null;
}

/** The statements of somebody that have a place in the text, in reading order. */
function entriesOf(model: ReaderModel, speaker: SpeakerReference['id']): readonly StatementEntry[] {
  return model.entries.value.filter(
    (entry): entry is StatementEntry =>
      entry.kind === 'statement' && entry.span !== null && entry.statement.speakers.some(({ id }) => id === speaker),
  );
}
