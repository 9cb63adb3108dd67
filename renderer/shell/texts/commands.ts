import type { Command } from '../../shared/state/commands.ts';

/** What every command is called, in the palette and in the list of keys. */
export const commandTexts: {
  readonly everywhere: string;
  readonly notHere: (label: string) => string;
  readonly labels: Readonly<Record<Command, string>>;
} = {
  everywhere: 'Everywhere',
  notHere: (label) => `“${label}” has nothing to work on here. Open an article first.`,
  labels: {
    'open-library': 'Open another library…',
    'add-files': 'Add articles…',
    'add-folder': 'Add a folder…',
    'add-sample': 'Add the sample collection',
    export: 'Export what is in view…',
    print: 'Print',
    undo: 'Undo',
    redo: 'Redo',
    search: 'Search',
    'find-in-article': 'Find in the article',
    palette: 'Go to anything',
    keys: 'Show the keys',
    back: 'Back',
    'show-library': 'Go to the Library',
    'show-statements': 'Go to Statements',
    'show-compare': 'Go to Compare',
    'show-import': 'Go to Import',
    'show-export': 'Go to Export',
    'show-health': 'Go to Health',
    'theme-system': 'Theme: as the system',
    'theme-paper': 'Theme: paper',
    'theme-sepia': 'Theme: sepia',
    'theme-night': 'Theme: night',
    'text-larger': 'Larger text',
    'text-smaller': 'Smaller text',
    'text-reset': 'Usual text size',
    focus: 'Focus on the text',
    highlight: 'Highlight the selection',
    note: 'Write a note',
    code: 'Assign codes',
    statement: 'Make a statement of the selection',
    cite: 'Copy with citation',
    'next-annotation': 'Next annotation',
    'previous-annotation': 'Previous annotation',
    'compare-revisions': 'Compare with the revision before',
    'compare-chosen': 'Compare this article with another',
    'show-duplicates': 'Go to near-duplicates',
    'manage-codes': 'Manage codes…',
    'show-awaited': 'Go to Awaited pages',
    appearance: 'Appearance…',
    'extract-again': 'Extract again what is in view…',
  },
};
