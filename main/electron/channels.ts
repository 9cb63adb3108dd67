/** The names of the messages between the window and the program. The preload repeats them: it may import nothing. */
export const channels = {
  /** Page → program: a page has begun; what an earlier page was running ends. */
  begin: 'verbatim:begin',
  /** Both ways: one wire message. */
  wire: 'verbatim:wire',
  /** Program → page: the connection is closed. */
  close: 'verbatim:close',
  /** Page → program, answered. */
  pickFiles: 'verbatim:pick-files',
  pickFolder: 'verbatim:pick-folder',
  grantPaths: 'verbatim:grant-paths',
  pickLibrary: 'verbatim:pick-library',
  pickTarget: 'verbatim:pick-target',
  /** Page → program, answered: show a granted file in the system's file manager; null, or why not. */
  reveal: 'verbatim:reveal',
  /** Page → program, answered: put a citation on the clipboard; false where the system refuses. */
  copy: 'verbatim:copy',
  /** Page → program. */
  print: 'verbatim:print',
  /** Page → program: the page listens for opened files. */
  awaitFiles: 'verbatim:await-files',
  /** Program → page. */
  command: 'verbatim:command',
  files: 'verbatim:files',
} as const;
