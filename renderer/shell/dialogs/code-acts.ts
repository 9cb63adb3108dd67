import type { Code } from '../../../main/contract/codes.ts';
import type { CodeId } from '../../../main/contract/ids.ts';
import { api } from '../../api/api.ts';
import { perform } from '../../shared/state/undo.ts';
import { codeTexts } from './codes.ts';

export type CodeFields = Pick<Code, 'name' | 'parent' | 'definition' | 'color'>;

/** Makes a code; its id, or null when that failed, which has been told then. */
export async function createCode(fields: CodeFields): Promise<CodeId | null> {
  let id: CodeId | null = null;
  await perform({
    label: codeTexts.made(fields.name),
    notice: false,
    do: async () => {
      const made = id === null ? await api.call('codes.create', fields) : await api.call('codes.restore', { id });
      id = made.id;
    },
    undo: async () => {
      if (id !== null) await api.call('codes.bin', { id });
    },
  });
  return id;
}

/** Changes one thing of a code, and leaves the others to whoever changes them meanwhile. */
export function changeCode<Field extends keyof CodeFields>(
  code: Code,
  field: Field,
  value: CodeFields[Field],
): Promise<boolean> {
  const { id } = code;
  return perform({
    label: codeTexts.changed(code.name),
    notice: false,
    do: () => api.call('codes.update', { id, [field]: value }),
    undo: () => api.call('codes.update', { id, [field]: code[field] }),
  });
}

export function binCode({ id, name }: Code): Promise<boolean> {
  return perform({
    label: codeTexts.deleted(name),
    do: () => api.call('codes.bin', { id }),
    undo: () => api.call('codes.restore', { id }),
  });
}
