import { useState } from 'preact/hooks';
import type { CodeId } from '../../../main/contract/ids.ts';
import { figure } from '../../shared/lib/figures.ts';
import { treeRows } from '../../shared/lib/tree.ts';
import { Dialog } from '../../shared/parts/dialog.tsx';
import { Icon } from '../../shared/parts/icon.tsx';
import { codes, readOnly } from '../../shared/state/library.ts';
import { closeOverlay } from '../../shared/state/overlays.ts';
import { createCode } from './code-acts.ts';
import { CodeForm } from './code-form.tsx';
import { codeTexts as texts } from './codes.ts';

/** All codes as a tree, and the one being looked at: name, place, colour, definition. */
export function CodePanel() {
  const [chosen, setChosen] = useState<CodeId | null>(codes.value[0]?.id ?? null);
  const code = codes.value.find((one) => one.id === chosen) ?? null;
  const create = async () => {
    const id = await createCode({ name: freeName(), parent: null, definition: '', color: codes.value.length % 8 });
    if (id !== null) setChosen(id);
  };
  return (
    <Dialog title={texts.title} onClose={closeOverlay} size="wide">
      <div class="code-panel">
        <div class="code-tree">
          <ul aria-label={texts.list}>
            {treeRows(codes.value).map(({ node, depth }) => (
              <li key={node.id}>
                <button
                  type="button"
                  class="item"
                  aria-current={node.id === chosen ? 'true' : undefined}
                  style={{ paddingInlineStart: `${8 + 16 * depth}px` }}
                  onClick={() => setChosen(node.id)}
                >
                  <i class="swatch in-rail" style={{ background: `var(--code-${node.color})` }} />
                  <b>{node.name}</b>
                  <span class="figures">{figure(node.annotations)}</span>
                </button>
              </li>
            ))}
          </ul>
          {!readOnly.value && (
            <button type="button" class="button" onClick={() => void create()}>
              <Icon name="plus" /> {texts.create}
            </button>
          )}
        </div>
        {code === null ? <p class="muted">{texts.empty}</p> : <CodeForm key={code.id} code={code} />}
      </div>
    </Dialog>
  );
}

/** A name that no code at the top has yet: `New code`, `New code 2`, … */
function freeName(): string {
  const taken = new Set(codes.value.map((code) => code.name));
  let name: string = texts.create;
  for (let number = 2; taken.has(name); number += 1) name = `${texts.create} ${number}`;
  return name;
}
