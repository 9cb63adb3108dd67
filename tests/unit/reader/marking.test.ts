import { describe, expect, it } from 'vitest';
import type { Code } from '../../../main/contract/codes.ts';
import type { CodeId } from '../../../main/contract/ids.ts';
import type { Person } from '../../../main/contract/people.ts';
import { codeChoices } from '../../../renderer/rooms/reader/code-choices.ts';
import { likelyKind, likelySpeaker } from '../../../renderer/rooms/reader/statement-guess.ts';
import { listTree } from '../../../renderer/shared/article/list-tree.ts';
import { fieldsOf, noSpeaker } from '../../../renderer/shared/statement/statement-fields.ts';

describe('who said it', () => {
  const alder: Person = { name: 'Ines Alder', role: 'Harbour Commissioner', organization: null };
  const doule: Person = { name: 'Marek Doule', role: 'secretary', organization: null };
  const text =
    'Harbour Commissioner Ines Alder spoke on Thursday. Marek Doule of the union listened.\n\n“We wait,” Alder said. “They shut the quay.”\n\nNobody else spoke.';
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

  it('is the one named right behind the words, else the nearest before them', () => {
    expect(likelySpeaker(text, at('We wait,'), [alder, doule])).toBe(alder);
    expect(likelySpeaker(text, at('They shut the quay.'), [alder, doule])).toBe(alder);
    expect(likelySpeaker(text, at('listened'), [alder, doule])).toBe(doule);
    expect(likelySpeaker(text, at('We wait'), [])).toBeNull();
  });

  it('tells the kind by what is quoted', () => {
    const runs = [
      { start: 0, end: 85 },
      { start: 87, end: text.indexOf('\n\nNobody') },
    ];
    expect(likelyKind(text, { start: 87, end: text.indexOf('\n\nNobody') }, runs)).toBe('block');
    expect(likelyKind(text, at('We wait,'), runs)).toBe('direct');
    expect(likelyKind(text, at('“We wait,”'), runs)).toBe('direct');
    expect(likelyKind(text, at('Alder said. “They shut'), runs)).toBe('mixed');
    expect(likelyKind(text, at('spoke on Thursday'), runs)).toBe('indirect');
  });

  it('takes dates of the calendar only, and leaves empty fields open', () => {
    const values = {
      speakers: [{ name: ' Ines Alder ', role: '', organization: '' }, noSpeaker],
      described: 'the warden',
      kind: 'direct',
      said: '2024-11',
    } as const;
    expect(fieldsOf(values, values)).toEqual({
      kind: 'direct',
      speakers: [{ name: 'Ines Alder', role: null, organization: null }],
      said: '2024-11',
    });
    expect(fieldsOf({ ...values, said: '2024-02-30' }, values)).toBeNull();
    expect(fieldsOf({ ...values, said: 'Thursday' }, values)).toBeNull();
    const nobody = { ...values, speakers: [noSpeaker], said: '' };
    expect(fieldsOf(nobody, values)).toEqual({ kind: 'direct', speakers: [], said: null });
    // How somebody is described goes along where it was changed.
    expect(fieldsOf({ ...nobody, described: 'a warden ' }, values)).toMatchObject({ described: 'a warden' });
    expect(fieldsOf({ ...nobody, described: '' }, values)).toMatchObject({ described: null });
    expect(fieldsOf({ ...values, described: 'a warden' }, values)).not.toHaveProperty('described');
  });
});

describe('code field', () => {
  const code = (id: string, ...path: string[]): Code => ({
    id: id as CodeId,
    name: path.at(-1) ?? '',
    parent: null,
    path,
    definition: '',
    color: 0,
    annotations: 0,
  });
  const codes = [code('1', 'policy'), code('2', 'policy', 'trust'), code('3', 'Trúst'), code('4', 'distrust')];
  const shown = (typed: string, chosen: string[] = []) =>
    codeChoices(codes, chosen as CodeId[], typed).map((choice) =>
      choice.kind === 'code' ? choice.code.id : `create ${choice.path.join(' › ')}`,
    );

  it('finds codes by their folded names, those that begin so first, and offers to make what isn’t there', () => {
    expect(shown('trus')).toEqual(['2', '3', '4', 'create trus']);
    expect(shown('TRUST')).toEqual(['3', '2', '4']);
    expect(shown('', ['1'])).toEqual(['4', '2', '3']);
  });

  it('reads a path as a code under another', () => {
    expect(shown('policy / trust')).toEqual(['2']);
    expect(shown('policy > fear')).toEqual(['create policy › fear']);
    expect(shown(' / ')).toEqual(['4', '1', '2', '3']);
  });
});

describe('nested list', () => {
  it('nests by depth, counts a jump as one level, and keeps each item’s place', () => {
    const items = [0, 1, 3, 1, 0].map((depth, index) => ({ depth, content: { text: String(index), marks: [] } }));
    const shape = (nodes: ReturnType<typeof listTree>): unknown[] =>
      nodes.map((node) => (node.children.length === 0 ? node.index : [node.index, ...shape(node.children)]));
    expect(shape(listTree(items))).toEqual([[0, [1, 2], 3], 4]);
  });
});
