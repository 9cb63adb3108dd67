/** A capture of a capture of a capture is still one article; more than this is a trick. */
const deepest = 5;

/**
 * The address of the article itself, where an address is that of a copy which somebody else keeps:
 *
 * - a replayed capture, `…/20161116120000/https://paper.example/a`: fourteen digits, with or without the
 *   flag of a rewritten page (`id_`, `if_`), then the whole address. The Wayback Machine, Archive-It,
 *   archive.today and every pywb are built like that; the Wayback Machine also takes fewer digits, or none.
 * - Google's AMP viewer, `google.com/amp/s/paper.example/a`, and its cache,
 *   `paper-example.cdn.ampproject.org/c/s/paper.example/a` (`s`: the article is served over https).
 *
 * Safe, because the copy names its article in full. Any other address is given back as it is.
 */
export function keptAddress(address: string): string {
  let inner = address;
  for (let depth = 0; depth < deepest; depth++) {
    const next = replayed(inner) ?? ampCopy(inner);
    if (next === null) break;
    inner = next;
  }
  return inner;
}

const replay = /^https?:\/\/[^/?#]+\/(?:[^?#]*\/)?\d{14}(?:[a-z]{2}_)?\/+(https?:\/.*)$/i;
const waybackReplay =
  /^https?:\/\/(?:web|wayback)(?:-beta)?\.archive\.org(?::\d+)?\/web\/(?:\d{1,14}(?:[a-z]{2}_)?\/+)?((?:https?:\/|[^/?#]+\.[^/?#]+).*)$/i;

/**
 * When a replayed capture was taken, by the fourteen digits of its address, which are in UTC; ISO 8601 with
 * milliseconds. Null for any other address.
 */
export function keptMoment(address: string): string | null {
  const digits = /^https?:\/\/[^/?#]+\/(?:[^?#]*\/)?(\d{14})(?:[a-z]{2}_)?\/+https?:\//i.exec(address)?.[1];
  return digits === undefined ? null : momentOf(digits);
}

/** `20161116120000` as an instant, or null where it names none. */
export function momentOf(digits: string): string | null {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(digits) ?? [];
  const instant = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}

function replayed(address: string): string | null {
  const inner = (replay.exec(address) ?? waybackReplay.exec(address))?.[1];
  if (inner === undefined) return null;
  // Some servers make one slash of two; the Wayback Machine takes an address without its scheme, too.
  return /^https?:/i.test(inner) ? inner.replace(/^(https?:)\/+/i, '$1//') : `http://${inner}`;
}

const ampViewer = /^https?:\/\/(?:www\.)?google\.(?:com|[a-z]{2,3}(?:\.[a-z]{2})?)\/amp\/(s\/)?([^/?#]+\.[^/?#]+.*)$/i;
const ampCache = /^https?:\/\/(?:[a-z0-9-]+\.)?cdn\.ampproject\.org\/(?:c|v|wp)\/(s\/)?([^/?#]+\.[^/?#]+.*)$/i;

function ampCopy(address: string): string | null {
  const found = ampViewer.exec(address) ?? ampCache.exec(address);
  if (found === null) return null;
  // The viewer writes the article's own "?" as a part of the path.
  return `${found[1] === undefined ? 'http' : 'https'}://${found[2]?.replace(/%3f/i, '?')}`;
}
