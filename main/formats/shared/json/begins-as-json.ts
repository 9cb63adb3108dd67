/** Whether a file's first bytes begin an object or a list, in an encoding that JSON may have. Cheap: every file is asked. */
export function beginsAsJson(head: Uint8Array): boolean {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 256)).toString('latin1');
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*[[{]/u.test(start);
}
