import { useId, useState } from 'preact/hooks';

interface DraftProps {
  readonly label: string;
  readonly value: string;
  /** Called when the field is left with something else in it. */
  readonly save: (text: string) => void;
  readonly placeholder?: string;
  /** Lines; one makes a plain field. */
  readonly rows?: number;
  /** What may not be left empty goes back to what it was. */
  readonly required?: boolean;
}

/**
 * A field that is kept when it is left. What is being typed stays as it is, though the page be drawn anew
 * meanwhile because something else in the library changed.
 */
export function DraftField(props: DraftProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const keep = () => {
    if (draft !== null && draft.trim() !== props.value && (props.required !== true || draft.trim() !== ''))
      props.save(draft.trim());
    setDraft(null);
  };
  const id = useId();
  const shared = {
    id,
    class: 'field',
    value: draft ?? props.value,
    onBlur: keep,
    placeholder: props.placeholder ?? '',
  };
  return (
    <div class="labelled">
      <label for={id}>{props.label}</label>
      {props.rows === undefined ? (
        <input
          {...shared}
          maxLength={200}
          onInput={(event) => setDraft(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && keep()}
        />
      ) : (
        <textarea {...shared} rows={props.rows} onInput={(event) => setDraft(event.currentTarget.value)} />
      )}
    </div>
  );
}
