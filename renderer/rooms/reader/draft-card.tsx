import { useState } from 'preact/hooks';
import type { CodeId } from '../../../main/contract/ids.ts';
import { notify } from '../../shared/state/notices.ts';
import { noSpeaker, speakerValues } from '../../shared/statement/statement-fields.ts';
import { StatementForm } from '../../shared/statement/statement-form.tsx';
import { statementFormTexts } from '../../shared/statement/texts.ts';
import { shortened } from './annotation-card.tsx';
import { CodePicker } from './code-picker.tsx';
import { createAnnotation, createStatement } from './mark-actions.ts';
import { type Draft, useReader } from './model.ts';
import { NoteEditor } from './note-editor.tsx';
import { isInTheWay, sharedBy } from './shared-words.ts';
import { SharedByDraft } from './shared-words-list.tsx';
import { likelyKind, likelySpeaker } from './statement-guess.ts';
import { reader } from './texts.ts';
import { dropSelection } from './use-selection.ts';

/** The card of a mark that is being made. It is kept only when it is saved. */
export function DraftCard({ draft }: { readonly draft: Draft }) {
  const model = useReader();
  const words = model.view.value?.revision.text.slice(draft.span.start, draft.span.end) ?? '';
  const cancel = () => {
    model.draft.value = null;
    model.scroller.current?.focus({ preventScroll: true });
  };
  const close = () => {
    cancel();
    dropSelection(model);
  };
  return (
    <li
      class={`card draft-card ${draft.kind === 'statement' ? 'statement-card' : 'annotation-card'}`}
      data-entry="draft"
      data-at={draft.span.start}
    >
      <section aria-label={reader.draftLabel[draft.kind](shortened(words))}>
        <p class="quote">“{shortened(words)}”</p>
        {draft.kind === 'note' && (
          <NoteEditor
            initial=""
            onCancel={cancel}
            onSave={(note) => {
              if (note === '') return cancel();
              close();
              void createAnnotation(model, draft.span, { color: model.color.value, note });
            }}
          />
        )}
        {draft.kind === 'codes' && <DraftCodes draft={draft} onCancel={cancel} onClose={close} />}
        {draft.kind === 'statement' && <DraftStatement draft={draft} onCancel={cancel} onClose={close} />}
      </section>
    </li>
  );
}

interface DraftProps {
  readonly draft: Draft;
  readonly onCancel: () => void;
  readonly onClose: () => void;
}

function DraftCodes({ draft, onCancel, onClose }: DraftProps) {
  const model = useReader();
  const [chosen, setChosen] = useState<readonly CodeId[]>([]);
  const save = (codes: readonly CodeId[]) => {
    if (codes.length === 0) return onCancel();
    onClose();
    void createAnnotation(model, draft.span, { color: model.color.value, codes });
  };
  return (
    <>
      <CodePicker chosen={chosen} onChange={setChosen} onDone={save} onCancel={onCancel} />
      <div class="acts">
        <button type="button" class="button primary" onClick={() => save(chosen)}>
          {reader.save}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {reader.cancel}
        </button>
      </div>
    </>
  );
}

function DraftStatement({ draft, onCancel, onClose }: DraftProps) {
  const model = useReader();
  const view = model.view.value;
  if (view === null) return null;
  const likely = likelySpeaker(view.revision.text, draft.span, view.people);
  const isRefused = () => sharedBy(model.statements.value, [draft.span], { own: null }).some(isInTheWay);
  return (
    <>
      <SharedByDraft span={draft.span} />
      <StatementForm
        initial={{
          speakers: [likely === null ? noSpeaker : speakerValues(likely)],
          described: '',
          kind: likelyKind(view.revision.text, draft.span, model.starts.value.runs),
          said: '',
        }}
        people={view.people}
        saveLabel={statementFormTexts.make}
        onCancel={onCancel}
        onSave={(fields) => {
          if (isRefused()) return notify(reader.shared.refusedDraft);
          onClose();
          void createStatement(model, draft.span, fields);
        }}
      />
    </>
  );
}
