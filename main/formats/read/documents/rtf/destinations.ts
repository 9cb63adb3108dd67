import type { PartKind } from './sink.ts';

/**
 * What the groups of an RTF file hold (RTF 1.9.1). Whatever isn't listed is text where its group doesn't begin
 * with `\*`, and is skipped where it does, as the specification has it.
 */
export type Destination =
  | 'text'
  | 'skip'
  | 'fonts'
  | 'styles'
  | 'lists'
  | 'list-overrides'
  | 'information'
  | 'instruction'
  | 'picture'
  | 'property-name'
  | 'property-value'
  | 'author'
  | 'object-class';

/** Destinations that change where words go, and nothing else. */
export const destinations: ReadonlyMap<string, Destination> = new Map<string, Destination>([
  ['fonttbl', 'fonts'],
  ['stylesheet', 'styles'],
  ['listtable', 'lists'],
  ['listoverridetable', 'list-overrides'],
  ['fldinst', 'instruction'],
  ['sn', 'property-name'],
  ['sv', 'property-value'],
  ['atnauthor', 'author'],
  ['objclass', 'object-class'],
  ...'colortbl filetbl revtbl rsidtbl generator themedata colorschememapping datastore latentstyles xmlnstbl pgptbl userprops pntext listtext nonshppict objdata objname objalias objsect atnid atnref atntime atnicn atndate atnparent atrfstart atrfend shprslt bkmkstart bkmkend xe tc tcn txe rxe background docvar template wgrffmtfilter defchp defpap passwordhash protusertbl ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn mmathPict blipuid nonesttables htmltag mhtmltag leveltext levelnumbers listname liststylename fname falt panose keycode formfield datafield pnseclvl pntxta pntxtb'
    .split(' ')
    .map((name) => [name, 'skip'] as const),
]);

/** Groups that begin with `\*` and yet hold text, or what leads to it. */
export const transparent: ReadonlySet<string> = new Set(
  'shppict shpinst shpgrp shptxt do dptxbxtext nesttableprops picprop footnote annotation moMath moMathPara ud upr pn result'.split(
    ' ',
  ),
);

/** Groups of text that stand beside the text. */
export const besideText: ReadonlyMap<string, PartKind> = new Map<string, PartKind>([
  ['footnote', 'note'],
  ['annotation', 'comment'],
  ['header', 'header'],
  ['headerl', 'header'],
  ['headerr', 'header'],
  ['headerf', 'header'],
  ['footer', 'footer'],
  ['footerl', 'footer'],
  ['footerr', 'footer'],
  ['footerf', 'footer'],
  ['shptxt', 'box'],
  ['dptxbxtext', 'box'],
]);

/** Characters that have words of their own. */
export const characters: ReadonlyMap<string, string> = new Map([
  ['tab', ' '],
  ['emdash', '—'],
  ['endash', '–'],
  ['bullet', '•'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['zwj', '\u200d'],
  ['zwnj', '\u200c'],
  ['ltrmark', '\u200e'],
  ['rtlmark', '\u200f'],
]);
