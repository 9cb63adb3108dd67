const quotedBeginning = Buffer.from('>From ');
const sign = 0x3e;
const lineFeed = 0x0a;

/**
 * A message as it was before it was put into a mailbox: of lines ">From " one sign goes, however many stand
 * there ("mboxrd"). Mailboxes that only quote lines without a sign ("mboxo") cannot be told apart.
 */
export function unquoteFrom(message: Buffer): Buffer {
  const pieces: Buffer[] = [];
  let copied = 0;
  for (let at = message.indexOf(quotedBeginning); at >= 0; at = message.indexOf(quotedBeginning, at + 1)) {
    let start = at;
    while (start > copied && message[start - 1] === sign) start -= 1;
    if (start > 0 && message[start - 1] !== lineFeed) continue;
    pieces.push(message.subarray(copied, start));
    copied = start + 1;
  }
  return pieces.length === 0 ? message : Buffer.concat([...pieces, message.subarray(copied)]);
}
