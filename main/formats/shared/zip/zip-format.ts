/**
 * The few structures of a ZIP file that Verbatim writes and reads (PKWARE APPNOTE 6.3.9). All
 * numbers are little-endian. Sizes that do not fit into 32 bits go into the ZIP64 extra field.
 */
export const signatures = {
  localHeader: 0x04034b50,
  centralHeader: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  end64Locator: 0x07064b50,
} as const;

export const methods = { stored: 0, deflated: 8 } as const;
export type ZipMethod = (typeof methods)[keyof typeof methods];

/** Names and comments are UTF-8 (general purpose bit 11). */
export const utf8Flag = 0x0800;
export const encryptedFlag = 0x0001;
export const zip64ExtraId = 0x0001;
export const limit32 = 0xffff_ffff;
export const limit16 = 0xffff;

export const localHeaderBytes = 30;
export const centralHeaderBytes = 46;
export const endBytes = 22;
export const end64Bytes = 56;
export const end64LocatorBytes = 20;

/** One file as the central directory describes it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: ZipMethod;
  readonly crc32: number;
  readonly compressed: number;
  readonly size: number;
  /** Offset of its local header from the start of the file. */
  readonly offset: number;
}

/** Whether bytes begin as a zip that holds something does. */
export function isZip(bytes: Uint8Array): boolean {
  return (
    bytes.length >= localHeaderBytes && Buffer.from(bytes.subarray(0, 4)).readUInt32LE(0) === signatures.localHeader
  );
}

/** A moment as MS-DOS writes it: local time, two-second steps, from 1980 on. */
export function dosTime(at: Date): { readonly time: number; readonly date: number } {
  const year = Math.max(1980, Math.min(2107, at.getUTCFullYear()));
  return {
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
    date: ((year - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
  };
}

/** The 64-bit values of an entry that do not fit, as an extra field; empty when all fit. */
export function zip64Extra(values: readonly number[]): Buffer {
  if (values.length === 0) return Buffer.alloc(0);
  const extra = Buffer.alloc(4 + values.length * 8);
  extra.writeUInt16LE(zip64ExtraId, 0);
  extra.writeUInt16LE(values.length * 8, 2);
  for (const [index, value] of values.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + index * 8);
  return extra;
}
