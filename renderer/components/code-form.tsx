import type { CodeId } from '../../main/contract/ids.ts';
import type { Code } from '../../main/contract/records.ts';
import { fieldQuery } from '../lib/query-pieces.ts';
import { treeRows, withDescendants } from '../lib/tree.ts';
import { binCode, type CodeFields, changeCode } from '../state/code-acts.ts';
import { codes, readOnly } from '../state/library.ts';
import { closeOverlay } from '../state/overlays.ts';
import { lookFor } from '../state/search.ts';
import { codeTexts as texts } from '../texts/codes.ts';
import { Icon } from './icon.tsx';

/** One code. Every change is kept as soon as the field is left; undo takes it back. */
export function CodeForm({ code }: { readonly code: Code }) {
  const change = (fields: Partial<CodeFields>) => {
    const { name, parent, definition, color } = code;
    void changeCode(code, { name, parent, definition, color, ...fields });
  };
  const inside = withDescendants(codes.value, code.id);
  return (
    <fieldset class="code-form fields" disabled={readOnly.value}>
      <legend class="said">{code.path.join(' › ')}</legend>
      <label class="labelled">
        <span>{texts.name}</span>
        <input
          class="field"
          value={code.name}
          maxLength={200}
          onChange={(event) => {
            const name = event.currentTarget.value.trim();
            if (name !== '' && name !== code.name) change({ name });
          }}
        />
      </label>
      <label class="labelled">
        <span>{texts.parent}</span>
        <select
          class="field"
          value={code.parent ?? ''}
          onChange={(event) =>
            change({ parent: event.currentTarget.value === '' ? null : (event.currentTarget.value as CodeId) })
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
      <Colors color={code.color} change={(color) => change({ color })} />
      <label class="labelled">
        <span>{texts.definition}</span>
        <textarea
          class="field"
          rows={4}
          placeholder={texts.definitionHint}
          value={code.definition}
          onChange={(event) => change({ definition: event.currentTarget.value })}
        />
      </label>
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

function Colors({ color, change }: { readonly color: number; readonly change: (color: number) => void }) {
  return (
    <fieldset class="colors">
      <legend class="label">{texts.color}</legend>
      {texts.colors.map((name, index) => (
        <label key={name} title={name}>
          <input type="radio" name="color" checked={index === color} onChange={() => change(index)} />
          <i style={{ background: `var(--code-${index})` }} />
          <span class="said">{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
