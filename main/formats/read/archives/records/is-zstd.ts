/** Whether bytes begin as zstd: a frame, or one of those that are skipped. */
export function isZstd(head: Uint8Array): boolean {
  const [first = 0, second, third, fourth] = head;
  return (
    (first === 0x28 && second === 0xb5 && third === 0x2f && fourth === 0xfd) ||
    ((first & 0xf0) === 0x50 && second === 0x2a && third === 0x4d && fourth === 0x18)
  );
}
