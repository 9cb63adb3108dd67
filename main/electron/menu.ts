import type { MenuItemConstructorOptions } from 'electron';
import type { CommandName } from '../contract/index.ts';

/**
 * The native menu, as data. An entry with a command asks the page to carry it out. Its key is shown
 * and not registered: the page listens to it itself, and knows when it belongs to a text field.
 */
export function menuTemplate(
  platform: NodeJS.Platform,
  run: (command: CommandName) => void,
): readonly MenuItemConstructorOptions[] {
  const entry = (label: string, command: CommandName, accelerator?: string): MenuItemConstructorOptions => ({
    id: command,
    label,
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
    click: () => run(command),
  });
  /** Keys that the page doesn't know, because only a window has them. */
  const own = (label: string, command: CommandName, accelerator: string): MenuItemConstructorOptions => ({
    ...entry(label, command),
    accelerator,
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const mac = platform === 'darwin';
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        own('Open Library…', 'open-library', 'CmdOrCtrl+O'),
        line,
        own('Add Articles…', 'add-files', 'CmdOrCtrl+I'),
        own('Add Folder…', 'add-folder', 'CmdOrCtrl+Shift+I'),
        entry('Open Sample Collection', 'add-sample'),
        line,
        own('Export…', 'export', 'CmdOrCtrl+E'),
        own('Print…', 'print', 'CmdOrCtrl+P'),
        line,
        { role: mac ? 'close' : 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        entry('Undo', 'undo', 'CmdOrCtrl+Z'),
        entry('Redo', 'redo', mac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
        line,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        line,
        entry('Search', 'search', '/'),
        entry('Find in Article', 'find-in-article', 'CmdOrCtrl+F'),
        entry('Go to…', 'palette', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: '&Passage',
      submenu: [
        entry('Highlight', 'highlight', 'H'),
        entry('Note', 'note', 'N'),
        entry('Code', 'code', 'C'),
        entry('Statement', 'statement', 'S'),
        line,
        entry('Copy with Citation', 'cite', 'Y'),
        line,
        entry('Previous Annotation', 'previous-annotation', '['),
        entry('Next Annotation', 'next-annotation', ']'),
      ],
    },
    {
      label: '&View',
      submenu: [
        entry('Library', 'show-library'),
        entry('Statements', 'show-statements'),
        entry('Compare', 'show-compare'),
        entry('Import', 'show-import'),
        entry('Export', 'show-export'),
        entry('Health', 'show-health'),
        entry('Back', 'back', 'Esc'),
        line,
        {
          label: 'Theme',
          submenu: [
            entry('As the System', 'theme-system'),
            entry('Paper', 'theme-paper'),
            entry('Sepia', 'theme-sepia'),
            entry('Night', 'theme-night'),
          ],
        },
        entry('Larger Text', 'text-larger', '+'),
        entry('Smaller Text', 'text-smaller', '-'),
        entry('Normal Text', 'text-reset'),
        line,
        entry('Focus', 'focus', 'F'),
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
    { label: '&Help', submenu: [entry('Keys', 'keys', '?')] },
  ];
}
