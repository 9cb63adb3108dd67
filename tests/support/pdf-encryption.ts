import { createHash } from 'node:crypto';

/**
 * The standard security handler, revision 2 (ISO 32000-1, 7.6.3): 40-bit RC4, as old programs lock
 * a file. With an empty user password it opens for everybody, and only asks programs to restrict
 * what may be done.
 */
export interface Locked {
  /** Encrypts a stream's or a string's bytes of the object with this number. */
  encrypt(bytes: Uint8Array, object: number): Uint8Array;
  /** Entries of the trailer. */
  readonly trailer: string;
}

const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const permissions = -64;

export function lock(passwords: { readonly user: string; readonly owner: string }): Locked {
  const id = Buffer.from('0123456789abcdef');
  const user = padded(passwords.user);
  const ownerKey = md5(padded(passwords.owner)).subarray(0, 5);
  const owner = rc4(ownerKey, user);
  const bits = Buffer.alloc(4);
  bits.writeInt32LE(permissions);
  const key = md5(Buffer.concat([user, owner, bits, id])).subarray(0, 5);
  const check = rc4(key, padding);
  const hex = (bytes: Uint8Array) => `<${Buffer.from(bytes).toString('hex')}>`;
  return {
    encrypt(bytes, object) {
      const own = md5(Buffer.concat([key, Buffer.from([object & 255, (object >> 8) & 255, object >> 16, 0, 0])]));
      return rc4(own.subarray(0, 10), bytes);
    },
    trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(check)} /P ${permissions} >> /ID [${hex(id)} ${hex(id)}]`,
  };
}

function padded(password: string): Buffer {
  return Buffer.concat([Buffer.from(password, 'latin1'), padding]).subarray(0, 32);
}

function md5(bytes: Uint8Array): Buffer {
  return createHash('md5').update(bytes).digest();
}

/** By hand: today's OpenSSL refuses it. */
function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number) => state[index] ?? 0;
  const swap = (one: number, other: number) => {
    const kept = at(one);
    state[one] = at(other);
    state[other] = kept;
  };
  for (let index = 0, other = 0; index < 256; index += 1) {
    other = (other + at(index) + (key[index % key.length] ?? 0)) & 255;
    swap(index, other);
  }
  let first = 0;
  let second = 0;
  return Buffer.from(
    data.map((byte) => {
      first = (first + 1) & 255;
      second = (second + at(first)) & 255;
      swap(first, second);
      return byte ^ at((at(first) + at(second)) & 255);
    }),
  );
}
