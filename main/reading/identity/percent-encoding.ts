const encoded = /%[0-9a-f]{2}/gi;
const unreserved = /[A-Za-z0-9._~-]/;

/**
 * The normal form of what is percent-encoded in a path or a fragment (RFC 3986, sections 6.2.2.1 and
 * 6.2.2.2): hexadecimal in capitals, letters, digits and `-._~` decoded. A reserved character keeps its
 * form, for `/` and `%2F` say different things.
 */
export function normalEncoding(part: string): string {
  return part.replace(encoded, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return unreserved.test(character) ? character : code.toUpperCase();
  });
}

/**
 * One `name=value` of a query in the normal form of application/x-www-form-urlencoded (URL Standard,
 * section 5): what is UTF-8 is decoded and encoded anew, so that `%20`, `+`, `:` and `%3A` are no
 * difference. Bytes that are no UTF-8 (an old site's Latin-1) stay as they are; decoding them would
 * make one of many.
 */
export function normalParameter(part: string): { readonly name: string; readonly value: string } {
  const equals = part.indexOf('=');
  return {
    name: normalData(equals < 0 ? part : part.slice(0, equals)),
    value: equals < 0 ? '' : normalData(part.slice(equals + 1)),
  };
}

function normalData(data: string): string {
  // URLSearchParams decodes too, but turns every byte that is no UTF-8 into the same replacement character.
  return data
    .replaceAll('+', '%20')
    .replace(/(?:%[0-9a-f]{2})+|[^%]+|%/gi, (run) => (encodedRun.test(run) ? normalRun(run) : encodeData(run)));
}

const encodedRun = /^%[0-9a-f]{2}/i;

function normalRun(run: string): string {
  try {
    return encodeData(decodeURIComponent(run));
  } catch {
    return normalEncoding(run);
  }
}

function encodeData(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}
