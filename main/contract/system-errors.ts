import type { ErrorCode, ErrorData } from './errors.ts';

/**
 * What the operating system or SQLite refused, told as a person needs it: what happened, where, what was kept, what to
 * do. `place` is the file or folder that was worked on, where the error names none. Null for anything else. It
 * looks at the error's fields only, so that an error that crossed from a thread is known as well.
 */
export function explainSystemError(thrown: unknown, place?: string): ErrorData | null {
  if (!(thrown instanceof Error) || !('code' in thrown) || typeof thrown.code !== 'string') return null;
  const told = thrown.code.startsWith('SQLITE_')
    ? explainDatabase(thrown.code, thrown.message, place)
    : explainFile(thrown.code, pathOf(thrown) ?? place);
  return told && { ...told, details: { system: thrown.code } };
}

type Told = { readonly code: ErrorCode; readonly message: string };

/** Node's errors name what the call was about; of two paths (a rename) the one that was to be made. */
function pathOf(error: Error): string | undefined {
  if ('dest' in error && typeof error.dest === 'string') return error.dest;
  return 'path' in error && typeof error.path === 'string' ? error.path : undefined;
}

function explainFile(code: string, path: string | undefined): Told | null {
  const where = path ?? 'A file or folder';
  switch (code) {
    case 'ENOSPC':
      return full(where, 'The disk is full');
    case 'EDQUOT':
      return full(where, 'Your share of the disk is used up');
    case 'EFBIG':
      return full(where, 'The file would be larger than this disk or system allows');
    case 'EACCES':
    case 'EPERM':
      return denied(where);
    case 'EROFS':
      return {
        code: 'access-denied',
        message: `${where} can't be written: it stands on a medium that can only be read. Choose another place; nothing was changed there.`,
      };
    case 'EIO':
    case 'ENXIO':
    case 'ENODEV':
    case 'ESTALE':
    case 'ENOTCONN':
      return {
        code: 'input-output',
        message: `${where} can't be reached: the disk reported an error (${code}). What was done before is kept. See whether the disk or network drive is connected and sound, then try again.`,
      };
    case 'EMFILE':
    case 'ENFILE':
      return {
        code: 'limit-exceeded',
        message: `${where} could not be opened: this system has too many files open. What was done before is kept. Close other programs and try again.`,
      };
    default:
      return null;
  }
}

function full(where: string, what: string): Told {
  return {
    code: 'disk-full',
    message: `${what}: ${where} could not be written. What was done before is kept. Make room on that disk, then try again.`,
  };
}

function denied(where: string): Told {
  return {
    code: 'access-denied',
    message: `Access is denied: ${where} may not be read or written by you. Have its owner give you the rights to it, or choose another place; nothing was changed there.`,
  };
}

function explainDatabase(code: string, message: string, file = 'The library’s database'): Told | null {
  // Extended codes ("SQLITE_IOERR_WRITE") go on behind the primary one.
  const primary = code.split('_', 2).join('_');
  switch (primary) {
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return {
        code: 'library-damaged',
        message: `${file} is damaged or no database (${message}). It was left as it is. Let “Restore a backup” put a backup in its place where there is one, rebuild it from its originals, or choose another library.`,
      };
    case 'SQLITE_FULL':
      return full(file, 'The disk is full');
    case 'SQLITE_IOERR':
      return {
        code: 'input-output',
        message: `${file} could not be read or written (${code}): the disk failed, is full or has reached a limit. What was done before is kept. See whether the disk is connected and has room, then try again.`,
      };
    case 'SQLITE_READONLY':
    case 'SQLITE_PERM':
    case 'SQLITE_CANTOPEN':
      return denied(file);
    case 'SQLITE_BUSY':
      return {
        code: 'library-busy',
        message: `${file} is in use by another program, and was still after five seconds. Nothing was changed; try again when that program is done.`,
      };
    case 'SQLITE_NOMEM':
      return {
        code: 'limit-exceeded',
        message: `There is not enough memory to go on with ${file}. What was done before is kept. Close other programs and try again.`,
      };
    default:
      return null;
  }
}
