import { expect, test } from 'vitest';
import { keyCaps, keyName } from '../../../renderer/shared/lib/key-names.ts';

const press = (key: string, modifiers: Partial<Parameters<typeof keyName>[0]> = {}) =>
  keyName({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers });

test('a character names itself, with Shift already in it', () => {
  expect(press('j')).toBe('j');
  expect(press('J', { shiftKey: true })).toBe('J');
  expect(press('?', { shiftKey: true })).toBe('?');
  expect(press('+')).toBe('+');
});

test('named keys say Shift; Ctrl and Cmd are one', () => {
  expect(press('ArrowDown', { shiftKey: true })).toBe('Shift+ArrowDown');
  expect(press('k', { metaKey: true })).toBe('Mod+k');
  expect(press('Z', { ctrlKey: true, shiftKey: true })).toBe('Mod+Shift+z');
  expect(press(' ')).toBe('Space');
});

test('caps are drawn as the machine has them', () => {
  expect(keyCaps('Mod+Shift+z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
  expect(keyCaps('Mod+k', true)).toEqual(['⌘', 'K']);
  expect(keyCaps('j', false)).toEqual(['j']);
  expect(keyCaps('Escape', false)).toEqual(['Esc']);
  expect(keyCaps('+', false)).toEqual(['+']);
  expect(keyCaps('Mod++', false)).toEqual(['Ctrl', '+']);
});
