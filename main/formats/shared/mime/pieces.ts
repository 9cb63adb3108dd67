/** Pieces between semicolons; those in quotes part nothing, comments in parentheses are left out. */
export function splitOutsideQuotes(field: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let quoted = false;
  let comment = 0;
  for (let at = 0; at < field.length; at += 1) {
    const character = field.charAt(at);
    if (character === '\\' && (quoted || comment > 0)) {
      if (quoted) piece += character + field.charAt(at + 1);
      at += 1;
    } else if (comment > 0) comment += character === '(' ? 1 : character === ')' ? -1 : 0;
    else if (character === '"') {
      quoted = !quoted;
      piece += character;
    } else if (!quoted && character === '(' && /\s$|^$/u.test(piece)) comment = 1;
    else if (!quoted && character === ';') {
      pieces.push(piece);
      piece = '';
    } else piece += character;
  }
  pieces.push(piece);
  return pieces;
}
