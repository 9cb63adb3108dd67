import { useEffect, useState } from 'preact/hooks';
import type { Code } from '../../../main/contract/codes.ts';
import type { CodeId } from '../../../main/contract/ids.ts';
import { fieldQuery } from '../../shared/lib/query-pieces.ts';
import { treeRows, withDescendants } from '../../shared/lib/tree.ts';
import { DraftField } from '../../shared/parts/draft-field.tsx';
import { Icon } from '../../shared/parts/icon.tsx';
import { codes, readOnly } from '../../shared/state/library.ts';
import { closeOverlay } from '../../shared/state/overlays.ts';
import { lookFor } from '../../shared/state/search.ts';
import { binCode, changeCode } from './code-acts.ts';
import { codeTexts as texts } from './codes.ts';

/** One code. Every change is kept as soon as the field is left; undo takes it back. */
export function CodeForm({ code }: { readonly code: Code }) {
  const inside = withDescendants(codes.value, code.id);
  return (
    <fieldset class="code-form fields" disabled={readOnly.value}>
      <legend class="said">{code.path.join(' › ')}</legend>
      <DraftField label={texts.name} value={code.name} required save={(name) => void changeCode(code, 'name', name)} />
      <label class="labelled">
        <span>{texts.parent}</span>
        <select
          class="field"
          value={code.parent ?? ''}
          onChange={(event) =>
            void changeCode(
              code,
              'parent',
              event.currentTarget.value === '' ? null : (event.currentTarget.value as CodeId),
            )
          }
        >
          <option value="">{texts.noParent}</option>
          {treeRows(codes.value)
            .filter(({ node }) => !inside.has(node.id))
            .map(({ node }) => (
              <option key={node.id} value={node.id}>
                {node.path.join(' › ')}
              </option>
            ))}
        </select>
      </label>
      <Colors color={code.color} change={(color) => changeCode(code, 'color', color)} />
      <DraftField
        label={texts.definition}
        value={code.definition}
        placeholder={texts.definitionHint}
        rows={4}
        save={(definition) => void changeCode(code, 'definition', definition)}
      />
      <Footer code={code} />
    </fieldset>
  );
}

function Footer({ code }: { readonly code: Code }) {
  const show = () => {
    closeOverlay();
    lookFor(fieldQuery('code', code.name));
  };
  return (
    <footer>
      <span class="muted">{texts.used(code.annotations)}</span>
      {code.annotations > 0 && (
        <button type="button" class="button" onClick={show}>
          {texts.show}
        </button>
      )}
      <button type="button" class="button danger" onClick={() => void binCode(code)}>
        <Icon name="bin" /> {texts.delete}
      </button>
    </footer>
  );
}

interface ColorsProps {
  readonly color: number;
  /** Keeps a choice; false when that failed, which has been told then. */
  readonly change: (color: number) => Promise<boolean>;
}

/** The choice is drawn at once, though the page be drawn anew before the library has answered. */
function Colors({ color, change }: ColorsProps) {
  const [chosen, setChosen] = useState(color);
  useEffect(() => setChosen(color), [color]);
  const choose = async (index: number) => {
    setChosen(index);
    if (!(await change(index))) setChosen(color);
  };
  return (
    <fieldset class="colors">
      <legend class="label">{texts.color}</legend>
      {texts.colors.map((name, index) => (
        <label key={name} title={name}>
          <input type="radio" name="color" checked={index === chosen} onChange={() => void choose(index)} />
          <i style={{ background: `var(--code-${index})` }} />
          <span class="said">{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
