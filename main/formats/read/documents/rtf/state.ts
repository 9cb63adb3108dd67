import type { ParagraphForm, RunStyle } from '../office/block-flow.ts';
import type { DefinedForms } from './defined-forms.ts';
import type { Destination } from './destinations.ts';
import type { PictureInFile } from './pictures.ts';
import type { RtfSink } from './sink.ts';

export interface Field {
  instruction: string;
}

/** What holds in a group, and ends with it. */
export interface State {
  destination: Destination;
  sink: RtfSink;
  /** What is to be done when the group ends. */
  onClose: (() => void) | null;
  strong: boolean;
  emphasis: boolean;
  isHidden: boolean;
  isDeleted: boolean;
  /** By its number in the font table; null for the document's. */
  font: number | null;
  /** Characters after `\u` that say the same for older readers. */
  fallback: number;
  style: number | null;
  outline: number | null;
  list: number | null;
  level: number;
  /** A paragraph with a bullet or number of the older kind (`\pn`): whether it counts; null for none. */
  older: boolean | null;
  isInTable: boolean;
  nesting: number;
  link: RunStyle['link'];
  field: Field | null;
  isNavigation: boolean;
  picture: PictureInFile | null;
  /** The field of the information group that the words belong to. */
  information: string | null;
  /** Where the words belong that the file has a second time, in Unicode (`\upr`). */
  outside: Destination | null;
}

/** A paragraph's properties before it says any (`\pard`). */
export const plainParagraph = {
  style: null,
  outline: null,
  list: null,
  level: 0,
  older: null,
  isInTable: false,
  nesting: 0,
} as const;

/** A character's properties before it says any (`\plain`). */
export const plainCharacter = {
  strong: false,
  emphasis: false,
  isHidden: false,
  isDeleted: false,
  font: null,
} as const;

export function startState(sink: RtfSink): State {
  return {
    destination: 'text',
    sink,
    onClose: null,
    ...plainCharacter,
    ...plainParagraph,
    fallback: 1,
    link: null,
    field: null,
    isNavigation: false,
    picture: null,
    information: null,
    outside: null,
  };
}

/** Applies a word that changes how what follows is set; false for a word that does something else. */
export function applyProperty(state: State, name: string, value: number | null): boolean {
  const isOn = value !== 0;
  switch (name) {
    case 'plain':
      Object.assign(state, plainCharacter);
      return true;
    case 'pard':
      Object.assign(state, plainParagraph);
      return true;
    case 'b':
      state.strong = isOn;
      return true;
    case 'i':
      state.emphasis = isOn;
      return true;
    case 'v':
      state.isHidden = isOn;
      return true;
    case 'deleted':
      state.isDeleted = isOn;
      return true;
    case 'f':
      state.font = value;
      return true;
    case 'uc':
      state.fallback = Math.max(0, value ?? 1);
      return true;
    case 's':
      state.style = value;
      return true;
    case 'outlinelevel':
      state.outline = value !== null && value < 9 ? value + 1 : null;
      return true;
    case 'ls':
      state.list = value;
      return true;
    case 'ilvl':
      state.level = value ?? 0;
      return true;
    case 'intbl':
      state.isInTable = true;
      return true;
    case 'itap':
      state.nesting = value ?? 0;
      return true;
    default:
      return false;
  }
}

/** How many tables the text stands in. */
export function tableDepth({ isInTable, nesting }: State): number {
  return isInTable ? Math.max(1, nesting) : 0;
}

/** What the paragraph that ends now is. */
export function paragraphForm(state: State, forms: DefinedForms): ParagraphForm {
  const { style, outline, list, level, older, isNavigation } = state;
  const styled = forms.formOf(style);
  if (isNavigation) return styled?.kind === 'navigation' ? styled : { kind: 'navigation', depth: 0 };
  if (styled !== null && styled.kind !== 'heading') return styled;
  const heading = outline ?? (styled?.kind === 'heading' ? styled.level : null);
  if (heading !== null) return { kind: 'heading', level: heading };
  if (list !== null && list > 0)
    return { kind: 'item', list: String(list), ordered: forms.isOrdered(list, level), depth: level };
  if (older !== null) return { kind: 'item', list: `older ${older}`, ordered: older, depth: level };
  return { kind: 'paragraph' };
}
