import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { reader } from './texts.ts';

/** Writes a note. Ctrl/Cmd+Enter saves, Escape cancels; the field grows with what is written. */
export function NoteEditor(props: {
  readonly initial: string;
  readonly onSave: (note: string) => void;
  readonly onCancel: () => void;
}) {
  const [text, setText] = useState(props.initial);
  const field = useRef<HTMLTextAreaElement>(null);
  // Before the next key comes: what is typed right after n belongs in here.
  useLayoutEffect(() => {
    const { current } = field;
    if (current === null) return;
    current.focus({ preventScroll: true });
    current.setSelectionRange(current.value.length, current.value.length);
  }, []);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') props.onCancel();
    else props.onSave(text.trim());
  };
  return (
    <div class="note-editor">
      <textarea
        ref={field}
        class="field"
        aria-label={reader.noteLabel}
        placeholder={reader.notePlaceholder}
        rows={3}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={press}
      />
      <div class="acts">
        <button type="button" class="button primary" onClick={() => props.onSave(text.trim())}>
          {reader.save}
        </button>
        <button type="button" class="button" onClick={props.onCancel}>
          {reader.cancel}
        </button>
      </div>
    </div>
  );
}
