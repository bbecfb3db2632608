import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { namedStrings, type RawString } from './raw-strings.ts';

/**
 * What a password is padded with in revisions 2 to 4 (ISO 32000-1, 7.6.3.3), and so the owner's password where that is
 * empty: a reader that takes an empty password for none given takes this one, and comes to the same key.
 */
export const PADDING = Buffer.from(
  '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
  'hex',
).toString('latin1');

/**
 * The bytes of a PDF of revision 5 or 6 that opens with an empty owner's password (ISO 32000-2, 7.6.4.4), made to open
 * with an empty user's password too; null for any other PDF. Only strings of the encryption dictionary change, and no
 * byte moves.
 */
export function withEmptyUserPassword(data: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const text = Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1');
  const found = encryptionDictionary(text);
  const key = found && keyOfEmptyOwner(found);
  if (!found || !key) return null;
  const { start, strings } = found;
  const keyed = unescapedBy(salt => encryptKey(key, sha256(salt)));
  const proven = unescapedBy(salt => Buffer.concat([sha256(salt), salt, keyed.salt]));
  const bytes = Uint8Array.from(data);
  bytes[found.revisionAt] = '5'.charCodeAt(0);
  const fits =
    put(bytes, strings.get('UE'), start, keyed.bytes) && put(bytes, strings.get('U'), start, proven.bytes);
  return fits ? bytes : null;
}

interface EncryptionDictionary {
  /** Where its object begins in the file; its strings count from here. */
  readonly start: number;
  readonly revision: string;
  readonly revisionAt: number;
  readonly strings: ReadonlyMap<string, RawString>;
}

function encryptionDictionary(text: string): EncryptionDictionary | null {
  const reference = [...text.matchAll(/\/Encrypt\s*(?:(\d+)\s+(\d+)\s+R|<<)/g)].at(-1);
  if (!reference) return null;
  const [, number, generation] = reference;
  const head = new RegExp(`(?<!\\d)${number}\\s+${generation}\\s+obj\\b`, 'g');
  const start = number === undefined ? reference.index : ([...text.matchAll(head)].at(-1)?.index ?? -1);
  if (start < 0) return null;
  const end = text.indexOf(number === undefined ? 'startxref' : 'endobj', start);
  const object = text.slice(start, end < 0 ? text.length : end);
  const revision = /\/R\s+([56])(?!\d)/.exec(object);
  if (!revision) return null;
  const revisionAt = start + revision.index + revision[0].length - 1;
  return { start, revision: revision[1] as string, revisionAt, strings: namedStrings(object) };
}

/** The key of the file where the empty password is the owner's; else null. */
function keyOfEmptyOwner({ revision, strings }: EncryptionDictionary): Buffer | null {
  const [owner, user, sealed] = ['O', 'U', 'OE'].map(name => strings.get(name)?.bytes ?? Buffer.alloc(0));
  if (!owner || !user || !sealed || owner.length < 48 || user.length < 48 || sealed.length < 32) return null;
  const digest: (salt: Buffer, user: Buffer) => Buffer = revision === '6' ? hardened : sha256;
  const whose = user.subarray(0, 48);
  if (!digest(owner.subarray(32, 40), whose).equals(owner.subarray(0, 32))) return null;
  const cipher = createDecipheriv('aes-256-cbc', digest(owner.subarray(40, 48), whose), ZERO);
  return cipher.setAutoPadding(false).update(sealed.subarray(0, 32));
}

const ZERO = Buffer.alloc(16);

function encryptKey(key: Buffer, secret: Buffer): Buffer {
  return createCipheriv('aes-256-cbc', secret, ZERO).setAutoPadding(false).update(key);
}

function sha256(salt: Buffer, user: Buffer = Buffer.alloc(0)): Buffer {
  return createHash('sha256').update(salt).update(user).digest();
}

/** The hash of revision 6 (ISO 32000-2, 7.6.4.3.4, algorithm 2.B) for an empty password. */
function hardened(salt: Buffer, user: Buffer): Buffer {
  let hash = sha256(salt, user);
  for (let round = 1, last = 0; round <= 64 || last > round - 33; round++) {
    const repeated = Buffer.concat(Array.from({ length: 64 }, () => [hash, user]).flat());
    const cipher = createCipheriv('aes-128-cbc', hash.subarray(0, 16), hash.subarray(16, 32));
    const block = cipher.setAutoPadding(false).update(repeated);
    const remainder = block.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    hash = createHash(['sha256', 'sha384', 'sha512'][remainder] as string)
      .update(block)
      .digest();
    last = block.at(-1) ?? 0;
  }
  return hash.subarray(0, 32);
}

/** Bytes that can stand between round brackets as they are, for the first salt that gives such. */
function unescapedBy(make: (salt: Buffer) => Buffer): { readonly salt: Buffer; readonly bytes: Buffer } {
  for (let count = 0; ; count++) {
    const salt = Buffer.from(String(count).padStart(8, '0'));
    const bytes = make(salt);
    if (!/[()\\\r]/.test(bytes.toString('latin1'))) return { salt, bytes };
  }
}

/** Writes a string over another, blanks behind it; false where it is longer. */
function put(bytes: Uint8Array, over: RawString | undefined, offset: number, value: Buffer): boolean {
  if (!over || over.end - over.start < value.length + 2) return false;
  const written = Buffer.concat([Buffer.from('('), value, Buffer.from(')')]);
  bytes.fill(' '.charCodeAt(0), offset + over.start, offset + over.end);
  bytes.set(written, offset + over.start);
  return true;
}
