import { useId, useRef, useState } from 'preact/hooks';
import type { Code } from '../../../main/contract/codes.ts';
import type { CodeId } from '../../../main/contract/ids.ts';
import { api } from '../../api/api.ts';
import { codes, readCodes } from '../../shared/state/library.ts';
import { notifyError } from '../../shared/state/notices.ts';
import { type CodeChoice, codeChoices } from './code-choices.ts';
import { fold } from './fold.ts';
import { reader } from './texts.ts';

/** A code as it is shown everywhere: its colour and its path. */
export function CodeChip({ code, onRemove }: { readonly code: Code; readonly onRemove?: () => void }) {
  return (
    <span class="code-chip">
      <i class="swatch" style={{ background: `var(--code-${code.color})` }} />
      {code.path.join(' › ')}
      {onRemove !== undefined && (
        <button type="button" aria-label={reader.removeCode(code.name)} onClick={onRemove}>
          ×
        </button>
      )}
    </span>
  );
}

/**
 * Chooses codes: a combobox (ARIA 1.2 pattern, the list in `aria-activedescendant`) over all codes, where a
 * name that isn't there yet can be made. Enter takes the marked line, Backspace in the empty field takes the last code away.
 */
export function CodePicker(props: {
  readonly chosen: readonly CodeId[];
  readonly onChange: (chosen: readonly CodeId[]) => void;
  /** With what is chosen in the end, a code included that was still being made. */
  readonly onDone: (chosen: readonly CodeId[]) => void;
  readonly onCancel: () => void;
}) {
  // What is chosen here is known at once; whoever keeps it may take a moment.
  const [chosen, setChosen] = useState(props.chosen);
  const latest = useRef(props.chosen);
  const change = (next: readonly CodeId[]) => {
    latest.current = next;
    setChosen(next);
    props.onChange(next);
  };
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  /** Resolves when the code that is being made is there. */
  const settled = useRef<Promise<void> | null>(null);
  const choices = codeChoices(codes.value, chosen, typed);
  const marked = Math.min(at, choices.length - 1);

  const add = async (choice: CodeChoice): Promise<void> => {
    try {
      const id = choice.kind === 'code' ? choice.code.id : (await createCode(choice.path)).id;
      change([...latest.current, id]);
    } catch (thrown) {
      notifyError(thrown);
    }
  };
  const take = (index: number) => {
    const choice = choices[index];
    if (choice === undefined || settled.current !== null) return;
    setTyped('');
    setAt(0);
    settled.current = add(choice).then(() => {
      settled.current = null;
    });
  };
  const finish = async () => {
    await settled.current;
    props.onDone(latest.current);
  };
  const press = (event: KeyboardEvent) => {
    const handled = (run: () => void) => {
      event.preventDefault();
      event.stopPropagation();
      run();
    };
    if (event.key === 'ArrowDown') handled(() => setAt(Math.min(marked + 1, choices.length - 1)));
    else if (event.key === 'ArrowUp') handled(() => setAt(Math.max(marked - 1, 0)));
    else if (event.key === 'Escape') handled(props.onCancel);
    else if (event.key === 'Enter')
      handled(() => {
        if (typed.trim() !== '') take(marked);
        if (typed.trim() === '' || event.ctrlKey || event.metaKey) void finish();
      });
    else if (event.key === 'Backspace' && typed === '') handled(() => change(chosen.slice(0, -1)));
  };
  return (
    <div class="code-picker">
      <div class="code-chips">
        {chosen.map((id) => {
          const code = codes.value.find((one) => one.id === id);
          return code === undefined ? null : (
            <CodeChip key={id} code={code} onRemove={() => change(chosen.filter((one) => one !== id))} />
          );
        })}
      </div>
      <input
        class="field"
        role="combobox"
        aria-label={reader.codeField}
        aria-expanded={choices.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(choices.length > 0 ? { 'aria-activedescendant': `${listId}-${marked}` } : {})}
        placeholder={reader.codePlaceholder}
        autocomplete="off"
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
        ref={focused}
      />
      <div class="code-list" role="listbox" id={listId} aria-label={reader.codeField}>
        {choices.map((choice, index) => (
          // The combobox keeps the focus and answers the keys; a line answers the mouse alone.
          <div
            key={choice.kind === 'code' ? choice.code.id : 'create'}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === marked}
            onMouseDown={(event) => {
              event.preventDefault();
              take(index);
            }}
          >
            {choice.kind === 'code' ? <CodeChip code={choice.code} /> : reader.createCode(choice.path.join(' › '))}
          </div>
        ))}
      </div>
      {codes.value.length === 0 && typed === '' && <p class="muted">{reader.noCodes}</p>}
    </div>
  );
}

function focused(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}

/** Makes a code and whatever of its path isn't there yet. */
async function createCode(path: readonly string[]): Promise<Code> {
  const [root = '', ...rest] = path;
  let code = await codeUnder(null, root);
  for (const name of rest) code = await codeUnder(code.id, name);
  await readCodes();
  return code;
}

async function codeUnder(parent: CodeId | null, name: string): Promise<Code> {
  const same = (one: string) => fold(one).text === fold(name).text;
  const known = codes.value.find((code) => code.parent === parent && same(code.name));
  return known ?? api.call('codes.create', { name, parent });
}
