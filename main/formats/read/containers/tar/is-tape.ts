/** Whether bytes begin as a tape does (POSIX.1, ustar; GNU's are alike). */
export function isTape(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(257, 262)).toString('latin1') === 'ustar';
}
