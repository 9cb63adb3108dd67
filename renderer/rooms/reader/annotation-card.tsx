import { type Annotation, highlightColors } from '../../../main/contract/annotations.ts';
import { instantWords } from '../../shared/lib/dates.ts';
import { Icon } from '../../shared/parts/icon.tsx';
import { codes } from '../../shared/state/library.ts';
import { Card } from './card.tsx';
import { CodeChip, CodePicker } from './code-picker.tsx';
import { changeAnnotation, deleteAnnotation } from './mark-actions.ts';
import { type MarginEntry, useReader } from './model.ts';
import { NoteEditor } from './note-editor.tsx';
import { NoteText } from './note-text.tsx';
import { reader } from './texts.ts';

type AnnotationEntry = Extract<MarginEntry, { kind: 'annotation' }>;

/** A person's mark: its note, its codes, how it stands in this revision; and its tools while it is active. */
export function AnnotationCard({ entry }: { readonly entry: AnnotationEntry }) {
  const model = useReader();
  const { annotation } = entry;
  const editing = model.editing.value?.id === entry.id ? model.editing.value.part : null;
  const close = () => {
    model.editing.value = null;
  };
  const bare = annotation.note === '' && annotation.codes.length === 0;
  const isOnWhole = annotation.quote === '';
  const quote = shortened(annotation.quote);
  const label =
    annotation.note === '' && annotation.color !== null
      ? reader.highlightLabel(reader.colors[annotation.color], quote)
      : isOnWhole
        ? reader.onWhole(1)
        : reader.annotationLabel(quote);
  return (
    <Card
      id={entry.id}
      span={entry.span}
      label={label}
      look={`annotation-card color-${annotation.color ?? 'none'}${bare && editing === null ? ' bare' : ''}`}
    >
      {!isOnWhole && (entry.span === null || (bare && annotation.placement !== 'changed')) && (
        <p class="quote">“{quote}”</p>
      )}
      {editing === 'note' ? (
        <NoteEditor
          initial={annotation.note}
          onCancel={close}
          onSave={(note) => {
            close();
            if (note !== annotation.note) void changeAnnotation(model, annotation, { note });
          }}
        />
      ) : (
        annotation.note !== '' && <NoteText text={annotation.note} />
      )}
      {annotation.placement === 'changed' && <Changed annotation={annotation} />}
      {editing === 'codes' ? (
        <CodePicker
          chosen={annotation.codes}
          onChange={(chosen) => void changeAnnotation(model, annotation, { codes: chosen })}
          onDone={close}
          onCancel={close}
        />
      ) : (
        <Codes annotation={annotation} />
      )}
      {(!bare || annotation.placement !== 'exact') && <Standing annotation={annotation} />}
      {model.writable.value && editing === null && <Tools annotation={annotation} />}
    </Card>
  );
}

export function shortened(quote: string): string {
  const words = quote.replace(/\s+/g, ' ');
  return words.length <= 90 ? words : `${words.slice(0, 80).trimEnd()}…`;
}

function Codes({ annotation }: { readonly annotation: Annotation }) {
  const own = annotation.codes.flatMap((id) => codes.value.find((code) => code.id === id) ?? []);
  if (own.length === 0) return null;
  return (
    <div class="code-chips">
      {own.map((code) => (
        <CodeChip key={code.id} code={code} />
      ))}
    </div>
  );
}

/** How the mark stands in this revision, and when it was made. */
function Standing({ annotation }: { readonly annotation: Annotation }) {
  const model = useReader();
  const revisions = model.view.value?.revisions ?? [];
  const madeIn = revisions.find(({ id }) => id === annotation.madeIn)?.number ?? null;
  const older = madeIn !== null && annotation.madeIn !== annotation.revision;
  const parts = [
    ...(annotation.quote !== '' && (older || annotation.placement !== 'exact')
      ? [reader.placement[annotation.placement]]
      : []),
    ...(older ? [reader.since(madeIn)] : []),
    instantWords(annotation.modified).split(',')[0] ?? '',
  ];
  // On the article as a whole, it has no place that it could have lost.
  const standing = annotation.quote === '' ? 'exact' : annotation.placement;
  return <p class={`standing ${standing}`}>{parts.join(' · ')}</p>;
}

/** What the mark was made on, and what stands there now. */
function Changed({ annotation }: { readonly annotation: Annotation }) {
  return (
    <dl class="changed-words">
      <dt>{reader.wordsThen}</dt>
      <dd>{annotation.quote}</dd>
      {annotation.current !== null && (
        <>
          <dt>{reader.wordsNow}</dt>
          <dd>{annotation.current}</dd>
        </>
      )}
    </dl>
  );
}

function Tools({ annotation }: { readonly annotation: Annotation }) {
  const model = useReader();
  const open = (part: 'note' | 'codes') => {
    model.editing.value = { id: annotation.id, part };
  };
  return (
    <div class="card-tools" role="toolbar" aria-label={reader.edit}>
      <button type="button" class="button quiet" onClick={() => open('note')}>
        {annotation.note === '' ? reader.addNote : reader.editNote}
      </button>
      <button type="button" class="button quiet" onClick={() => open('codes')}>
        {reader.editCodes}
      </button>
      <fieldset class="colors" aria-label={reader.changeColor}>
        {highlightColors.map((color) => (
          <button
            key={color}
            type="button"
            class={`color-dot color-dot-${color}`}
            aria-label={reader.colors[color]}
            title={reader.colors[color]}
            aria-pressed={annotation.color === color}
            onClick={() =>
              void changeAnnotation(model, annotation, { color: annotation.color === color ? null : color })
            }
          />
        ))}
      </fieldset>
      <button
        type="button"
        class="icon-button"
        aria-label={reader.delete}
        title={reader.delete}
        onClick={() => void deleteAnnotation(model, annotation.id)}
      >
        <Icon name="bin" />
      </button>
    </div>
  );
}
