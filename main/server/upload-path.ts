import { VerbatimError } from '../contract/index.ts';

const most = { depth: 32, segment: 255, whole: 2048 } as const;

/**
 * The parts of an uploaded file's relative path, safe to join to a folder. What could lead out of
 * the folder is refused, not repaired: a browser never sends it. Throws `bad-input`.
 */
export function uploadPath(path: string, platform: NodeJS.Platform = process.platform): readonly string[] {
  const parts = path.split('/');
  const sound =
    path.length <= most.whole &&
    parts.length <= most.depth &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..' && isName(part));
  if (!sound) throw new VerbatimError('bad-input', `“${path.slice(0, 200)}” cannot be the path of an uploaded file.`);
  return platform === 'win32' ? parts.map(windowsName) : parts;
}

function isName(part: string): boolean {
  return (
    Buffer.byteLength(part) <= most.segment && ![...part].some((character) => character < ' ' || character === '\\')
  );
}

/** Windows refuses these characters, device names and trailing dots; the page may come over a tunnel from elsewhere. */
function windowsName(part: string): string {
  const plain = part.replace(/[<>:"|?*]/g, '_').replace(/[. ]+$/, '_');
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(plain) ? `_${plain}` : plain;
}
