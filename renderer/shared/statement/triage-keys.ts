import type { KeyBinding, KeyBindings } from '../state/keys.ts';
import { triageTexts } from './texts.ts';

/** What is done with a statement when it is decided about. */
export type TriageAct = 'confirm' | 'reject' | 'takeBack' | 'correct' | 'elsewhere' | 'copy';

/** One key each, the same wherever statements are decided about: in the ledger and in the reader. */
export const triageKeys: Readonly<Record<TriageAct, string>> = {
  confirm: 'a',
  reject: 'r',
  takeBack: 'u',
  correct: 'e',
  elsewhere: 'w',
  copy: 'y',
};

/** Where a key does more than that, the room says so in its own label. */
type TriageBinding = Omit<KeyBinding, 'label'> & { readonly label?: string };

/** The bindings of a room that decides about statements, with the labels that `?` shows. */
export function triageBindings(acts: Readonly<Record<TriageAct, TriageBinding>>): KeyBindings {
  // The record above has a key for each act, and nothing else.
  const names = Object.keys(triageKeys) as TriageAct[];
  return Object.fromEntries(names.map((act) => [triageKeys[act], { label: triageTexts[act], ...acts[act] }]));
}
