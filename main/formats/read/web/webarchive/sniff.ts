/** Whether a file begins as a binary property list. */
export function isBinary(head: Uint8Array): boolean {
  return Buffer.from(head.subarray(0, 6)).toString('latin1') === 'bplist';
}
