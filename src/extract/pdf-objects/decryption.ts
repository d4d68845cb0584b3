import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { ByteString, type Dict, isDict, nameOf, numberOf, type PdfObject } from './object.ts';

/** Undoes the encryption of one object's bytes. */
export type Decrypt = (bytes: Uint8Array, number: number, generation: number) => Uint8Array;

/** What the file says of its encryption. */
export interface EncryptionFacts {
  readonly dict: Dict;
  /** The first file identifier, one character a byte. */
  readonly id: string;
  readonly password: string;
}

const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

/**
 * The decryption of streams by the standard security handler (ISO 32000-2, 7.6; revisions 2 to 6) with the
 * user password, most often none; null where the handler or the password is another.
 */
export function decryption(facts: EncryptionFacts): Decrypt | null {
  const { dict } = facts;
  if (nameOf(dict.get('Filter')) !== 'Standard') return null;
  const version = numberOf(dict.get('V'), 0);
  const method = version < 4 ? 'V2' : streamMethod(dict);
  if (method === 'Identity' || method === 'None') return (bytes) => bytes;
  const key = numberOf(dict.get('R'), 0) >= 5 ? newKey(facts) : oldKey(facts);
  if (key === null) return null;
  if (method === 'AESV3') return (bytes) => aes(key, bytes);
  const strong = method === 'AESV2';
  return (bytes, number, generation) => {
    const own = objectKey(key, { number, generation, strong });
    return strong ? aes(own, bytes) : rc4(own, bytes);
  };
}

function streamMethod(dict: Dict): string {
  const filter = nameOf(dict.get('StmF')) ?? 'Identity';
  const filters = dict.get('CF');
  const chosen = isDict(filters) ? filters.get(filter) : undefined;
  return isDict(chosen) ? (nameOf(chosen.get('CFM')) ?? 'None') : 'Identity';
}

function bytesOf(object: PdfObject | undefined): Buffer {
  return Buffer.from(object instanceof ByteString ? object.bytes : '', 'latin1');
}

function md5(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** Algorithm 2: the file key of revisions 2 to 4. */
function oldKey({ dict, id, password }: EncryptionFacts): Buffer | null {
  const revision = numberOf(dict.get('R'), 2);
  const length = revision === 2 ? 5 : Math.min(16, Math.max(5, numberOf(dict.get('Length'), 40) >> 3));
  const size = numberOf(dict.get('V'), 1) === 4 ? 16 : length;
  const flags = Buffer.alloc(4);
  flags.writeInt32LE(numberOf(dict.get('P'), 0) | 0);
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), padding]).subarray(0, 32);
  const open = revision >= 4 && dict.get('EncryptMetadata') === false ? [Buffer.alloc(4, 0xff)] : [];
  let key = md5(padded, bytesOf(dict.get('O')).subarray(0, 32), flags, Buffer.from(id, 'latin1'), ...open);
  if (revision >= 3) for (let i = 0; i < 50; i++) key = md5(key.subarray(0, size));
  return key.subarray(0, size);
}

/** Algorithm 2.A: the file key of revisions 5 and 6, by the user password. */
function newKey({ dict, password }: EncryptionFacts): Buffer | null {
  const user = bytesOf(dict.get('U'));
  const given = Buffer.from(password, 'utf8').subarray(0, 127);
  const hash = numberOf(dict.get('R'), 6) === 5 ? sha256 : hardHash;
  if (!hash(given, user.subarray(32, 40)).equals(user.subarray(0, 32))) return null;
  const wrapping = hash(given, user.subarray(40, 48));
  const cipher = createDecipheriv('aes-256-cbc', wrapping, Buffer.alloc(16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(bytesOf(dict.get('UE')).subarray(0, 32)), cipher.final()]);
}

function sha256(password: Buffer, salt: Buffer): Buffer {
  return createHash('sha256').update(password).update(salt).digest();
}

/** Algorithm 2.B: the hardened hash of revision 6. */
function hardHash(password: Buffer, salt: Buffer): Buffer {
  let key = sha256(password, salt);
  for (let round = 0, last = 0; round < 64 || last > round - 32; round++) {
    const block = Buffer.concat([password, key]);
    const repeated = Buffer.concat(Array.from({ length: 64 }, () => block));
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32));
    const encrypted = cipher.setAutoPadding(false).update(repeated);
    const remainder = encrypted.subarray(0, 16).reduce((sum, byte) => (sum + byte) % 3, 0);
    key = createHash(['sha256', 'sha384', 'sha512'][remainder] ?? 'sha256')
      .update(encrypted)
      .digest();
    last = encrypted.at(-1) ?? 0;
  }
  return key.subarray(0, 32);
}

/** Algorithm 1: the key of one object. */
function objectKey(
  key: Buffer,
  { number, generation, strong }: { number: number; generation: number; strong: boolean },
): Buffer {
  const place = Buffer.from([number, number >> 8, number >> 16, generation, generation >> 8]);
  const salt = strong ? [Buffer.from('sAlT', 'latin1')] : [];
  return md5(key, place, ...salt).subarray(0, Math.min(16, key.length + 5));
}

function aes(key: Buffer, bytes: Uint8Array): Uint8Array {
  const whole = bytes.length - (bytes.length % 16);
  if (whole < 32) return new Uint8Array(0);
  const name = key.length === 32 ? 'aes-256-cbc' : 'aes-128-cbc';
  const cipher = createDecipheriv(name, key, bytes.subarray(0, 16)).setAutoPadding(false);
  const plain = Buffer.concat([cipher.update(bytes.subarray(16, whole)), cipher.final()]);
  const pad = plain.at(-1) ?? 0;
  return pad >= 1 && pad <= 16 ? plain.subarray(0, plain.length - pad) : plain;
}

/** RC4, which node:crypto no longer offers. */
function rc4(key: Buffer, bytes: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  let j = 0;
  for (let i = 0; i < 256; i++) {
    const value = state[i] ?? 0;
    j = (j + value + (key[i % key.length] ?? 0)) & 0xff;
    state[i] = state[j] ?? 0;
    state[j] = value;
  }
  const out = new Uint8Array(bytes.length);
  let a = 0;
  let b = 0;
  for (let i = 0; i < bytes.length; i++) {
    a = (a + 1) & 0xff;
    const value = state[a] ?? 0;
    b = (b + value) & 0xff;
    state[a] = state[b] ?? 0;
    state[b] = value;
    out[i] = (bytes[i] ?? 0) ^ (state[((state[a] ?? 0) + value) & 0xff] ?? 0);
  }
  return out;
}
