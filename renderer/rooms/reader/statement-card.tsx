import { sealOf } from '../../../main/contract/seals.ts';
import type { Statement } from '../../../main/contract/statements.ts';
import { overlaps } from '../../shared/article/spans.ts';
import { dateWords, instantWords } from '../../shared/lib/dates.ts';
import { counted } from '../../shared/lib/figures.ts';
import { initials } from '../../shared/lib/initials.ts';
import { shortWords, shownWords } from '../../shared/lib/short-words.ts';
import { Icon } from '../../shared/parts/icon.tsx';
import { KeyCaps } from '../../shared/parts/key-caps.tsx';
import { DiffersLine } from '../../shared/parts/verbatim-notice.tsx';
import { overlay } from '../../shared/state/overlays.ts';
import { elsewhereTexts } from '../../shared/statement/elsewhere-texts.ts';
import { SealMark } from '../../shared/statement/seal-mark.tsx';
import { valuesOf } from '../../shared/statement/statement-fields.ts';
import { StatementForm } from '../../shared/statement/statement-form.tsx';
import { statementFormTexts } from '../../shared/statement/texts.ts';
import { triageKeys } from '../../shared/statement/triage-keys.ts';
import { asWhat, whoSpeaks } from '../../shared/statement/who-speaks.ts';
import { kindWords } from '../../shared/texts/common.ts';
import { verbatimTexts } from '../../shared/texts/verbatim.ts';
import { Card } from './card.tsx';
import { beginCorrecting, closeEditing } from './correct-words.ts';
import { KindEditor, SaidEditor, SpeakerEditor, Value } from './in-place.tsx';
import { changeStatement, cite, refuses } from './mark-actions.ts';
import { type MarginEntry, useReader } from './model.ts';
import { SameSpeaker } from './same-speaker.tsx';
import { SharedOnCard } from './shared-words-list.tsx';
import { reader } from './texts.ts';
import { ThroughRevisions } from './through-revisions.tsx';
import { WhySuggested } from './why-suggested.tsx';
import { WordsEditor } from './words-editor.tsx';

type StatementEntry = Extract<MarginEntry, { kind: 'statement' }>;

/** Whose words these are, as what, when, whether exact; and what can be done about it. */
export function StatementCard({ entry }: { readonly entry: StatementEntry }) {
  const model = useReader();
  const { statement } = entry;
  const isActive = model.active.value === entry.id;
  const editing = model.editing.value?.id === entry.id ? model.editing.value.part : null;
  const whole = editing === 'statement';
  const who = whoSpeaks(statement) ?? reader.speakerUnknown;
  return (
    <Card
      id={entry.id}
      span={entry.span}
      label={reader.statementLabel(who, shortWords(statement.text))}
      look="statement-card"
    >
      {whole ? (
        <StatementForm
          initial={valuesOf(statement)}
          people={model.view.value?.people ?? []}
          saveLabel={statementFormTexts.save}
          onCancel={() => closeEditing(model)}
          onSave={(fields) => {
            closeEditing(model);
            void changeStatement(model, statement, { ...fields, state: 'confirmed' }, reader.acts.corrected);
          }}
        />
      ) : (
        <>
          {editing === 'speaker' ? <SpeakerEditor statement={statement} /> : <Who statement={statement} who={who} />}
          <p class="quote in-drawer">{shortWords(statement.text)}</p>
          {statement.placement === 'lost' && <blockquote class="lost-words">{shownWords(statement.text)}</blockquote>}
          <Dates statement={statement} />
          {editing === 'kind' && <KindEditor statement={statement} />}
          {editing === 'words' ? (
            <WordsEditor statement={statement} />
          ) : (
            <>
              {/* Many cards stand beside a page; the one that is looked at says why it is there. */}
              {isActive && <SharedOnCard statement={statement} />}
              {isActive && <WhySuggested statement={statement} />}
              <Seal statement={statement} />
              {isActive && <ThroughRevisions statement={statement} />}
              {isActive && <SameSpeaker statement={statement} />}
              <Acts statement={statement} />
            </>
          )}
        </>
      )}
    </Card>
  );
}

function Who({ statement, who }: { readonly statement: Statement; readonly who: string }) {
  const roles = asWhat(statement);
  return (
    <div class="who">
      <span class="disc" aria-hidden="true">
        {statement.speakers[0] === undefined ? '?' : initials(statement.speakers[0].name)}
      </span>
      <div>
        <Value statement={statement} value="speaker">
          <b>{who}</b>
        </Value>
        {roles !== '' && <span>{roles}</span>}
      </div>
    </div>
  );
}

function Dates({ statement }: { readonly statement: Statement }) {
  const { said, saidBy, published, captured, fileDated, kind } = statement;
  const model = useReader();
  const isActive = model.active.value === statement.id;
  const view = model.view.value;
  const publishedBy = view?.revision.metadata.sources.published?.from;
  const capturedBy = view?.captures.find(({ id }) => id === view.revision.capture)?.capturedBy ?? 'unknown';
  const isEdited = model.editing.value?.id === statement.id && model.editing.value.part === 'said';
  return (
    <dl class="dates">
      {isActive && (
        <>
          <dt>{reader.kind}</dt>
          <dd>
            <Value statement={statement} value="kind">
              {kindWords[kind]}
            </Value>
          </dd>
        </>
      )}
      <dt>{reader.dateSaid}</dt>
      <dd>
        {isEdited ? (
          <SaidEditor statement={statement} />
        ) : (
          <Value statement={statement} value="said">
            {said === null ? reader.notStated : weekday(said.value) + dateWords(said)}
          </Value>
        )}
        {isActive && !isEdited && saidBy !== null && (
          <small title={reader.dateFrom[saidBy]}>{reader.dateFromShort[saidBy]}</small>
        )}
      </dd>
      {published !== null && (
        <>
          <dt>{reader.datePublished}</dt>
          <dd>
            {dateWords(published, true)}
            {isActive && publishedBy !== undefined && <small>{reader.dateFrom.published(publishedBy)}</small>}
          </dd>
        </>
      )}
      {captured !== null && (
        <>
          <dt>{reader.dateCaptured}</dt>
          <dd>
            {instantWords(captured)}
            {isActive && (
              <small title={reader.dateFrom.captured[capturedBy]}>{reader.dateFromShort.captured[capturedBy]}</small>
            )}
          </dd>
        </>
      )}
      {captured === null && fileDated !== null && (
        <>
          <dt>{reader.fileDated}</dt>
          <dd>{instantWords(fileDated)}</dd>
        </>
      )}
    </dl>
  );
}

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
/** The weekday of a date that is known to the day, since statements are often dated by it. */
function weekday(value: string): string {
  const date = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0];
  const day = date === undefined ? undefined : days[new Date(`${date}T00:00:00Z`).getUTCDay()];
  return day === undefined ? '' : `${day} `;
}

/** Whether the words stand in this revision as they were taken, and the revision's in the original. */
function Seal({ statement }: { readonly statement: Statement }) {
  const model = useReader();
  const { span } = statement;
  const seal = sealOf(span === null ? 'lost' : statement.placement, model.view.value?.revision.verbatim?.state);
  const paragraphs = span === null ? 0 : model.starts.value.runs.filter((run) => overlaps(run, span)).length;
  return (
    <p class="seal">
      <SealMark seal={seal} statement={statement.id} />
      <Doubt statement={statement} />
      {seal === 'original' && paragraphs > 1 && <span class="muted">{counted(paragraphs, 'paragraph')}</span>}
      {statement.state === 'confirmed' && (
        <span class="state-word">
          <Icon name="check" />
          {reader.confirmed}
          {statement.fromPackage !== undefined && ` ${verbatimTexts.fromPackage(statement.fromPackage)}`}
        </span>
      )}
    </p>
  );
}

/** What stands against a better seal. */
function Doubt({ statement: { span, placement } }: { readonly statement: Statement }) {
  const verbatim = useReader().view.value?.revision.verbatim;
  if (span === null || placement === 'lost') return <span class="warned">{reader.sealLost}</span>;
  if (verbatim?.state === 'differs') return <DiffersLine reason={verbatim.reason} />;
  if (placement === 'changed') return <span class="warned">{reader.sealChanged}</span>;
  if (verbatim?.state !== 'not-compared') return null;
  return (
    <span class="unproven" title={verbatimTexts.notComparedWhole(verbatim.reason)}>
      {verbatimTexts.notCompared}
    </span>
  );
}

function Acts({ statement }: { readonly statement: Statement }) {
  const model = useReader();
  const { acts } = reader;
  const set = (state: Statement['state'], label: string) => void changeStatement(model, statement, { state }, label);
  const writable = model.writable.value;
  const active = model.active.value === statement.id;
  return (
    <div class="acts">
      {writable && statement.state === 'suggested' && (
        <button type="button" class="button primary" onClick={() => set('confirmed', acts.confirmed)}>
          {reader.confirm}
          {active && <KeyCaps keys={triageKeys.confirm} />}
        </button>
      )}
      {writable && (
        <button type="button" class="button reject" onClick={() => set('rejected', acts.rejected)}>
          {reader.reject}
          {active && <KeyCaps keys={triageKeys.reject} />}
        </button>
      )}
      {writable && (
        <button
          type="button"
          class="button"
          onClick={() => {
            if (!refuses(model)) model.editing.value = { id: statement.id, part: 'statement' };
          }}
        >
          {reader.correct}
          {active && <KeyCaps keys={triageKeys.correct} />}
        </button>
      )}
      {writable && active && statement.spans.length > 0 && (
        <button type="button" class="button" onClick={() => beginCorrecting(model, statement)}>
          {reader.words.open}
          <KeyCaps keys="b" />
        </button>
      )}
      {statement.placement !== 'lost' && (
        <button type="button" class="button" onClick={() => void cite(model, { statement: statement.id })}>
          {reader.copyCite}
          {active && <KeyCaps keys={triageKeys.copy} />}
        </button>
      )}
      {active && (
        <button
          type="button"
          class="button"
          onClick={() => {
            overlay.value = { kind: 'elsewhere', statement: statement.id };
          }}
        >
          {elsewhereTexts.open}
          <KeyCaps keys={triageKeys.elsewhere} />
        </button>
      )}
    </div>
  );
}
