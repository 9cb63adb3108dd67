/**
 * Text of a plain part as its writer meant it: lines that a mail program broke are joined (RFC 3676), the
 * armour of a signed text is taken off (RFC 9580, 7).
 */

/** Joins the lines that format=flowed broke. Quoted lines keep their signs, as "> ". */
export function unflow(text: string, deletesSpace: boolean): string {
  const lines: { depth: number; text: string }[] = [];
  let goesOn = false;
  for (const raw of text.split(/\r\n?|\n/u)) {
    const depth = /^>*/u.exec(raw)?.[0].length ?? 0;
    // One space before a line keeps its first sign from being taken for a quotation's (4.4).
    const line = raw.slice(depth).replace(/^ /u, '');
    const before = lines.at(-1);
    // The line above a signature ends in a space and is whole (4.3).
    const isSeparator = line === '-- ';
    if (goesOn && before !== undefined && before.depth === depth && !isSeparator)
      before.text = (deletesSpace ? before.text.slice(0, -1) : before.text) + line;
    else lines.push({ depth, text: line });
    goesOn = line.endsWith(' ') && !isSeparator;
  }
  return lines.map(({ depth, text }) => (depth === 0 ? text : `${'>'.repeat(depth)} ${text}`)).join('\n');
}

const armour =
  /^-----BEGIN PGP SIGNED MESSAGE-----[ \t]*\r?\n(?:[A-Za-z-]+: [^\r\n]*\r?\n)*[ \t]*\r?\n([\s\S]*?)\r?\n-----BEGIN PGP SIGNATURE-----[\s\S]*?-----END PGP SIGNATURE-----/mu;

/** A text signed in the open, without its signature; any other as it is. */
export function withoutArmour(text: string): string {
  return text.replace(armour, (_, inner: string) => inner.replace(/^- /gmu, ''));
}
