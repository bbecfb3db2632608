import { inflateRawSync } from 'node:zlib';

const LOCAL_HEADER = Buffer.from('PK\x03\x04', 'latin1');
const END_RECORD = Buffer.from('PK\x05\x06', 'latin1');
const END_RECORD_BYTES = 22;

/**
 * An archive whose directory is cut off, rebuilt from the headers that stand before each entry; entries that are cut
 * off themselves are left out.
 * @param maxBytes of one entry, inflated
 * @returns null where no entry is whole
 */
export function repairZip(archive: Buffer, maxBytes: number): Buffer | null {
  const trimmed = trimEnd(archive);
  if (trimmed) return trimmed;
  const entries: Buffer[] = [];
  let at = archive.indexOf(LOCAL_HEADER);
  while (at >= 0 && at + 30 <= archive.length) {
    const entry = measure(archive, at, maxBytes);
    if (entry) entries.push(directoryEntry(archive, at, entry));
    at = archive.indexOf(LOCAL_HEADER, entry ? entry.end : at + 4);
  }
  if (entries.length === 0) return null;
  const directory = Buffer.concat(entries);
  return Buffer.concat([archive, directory, endRecord(entries.length, directory.length, archive.length)]);
}

/** A directory that is whole but followed by too much or too little: its end record made to end the archive. */
function trimEnd(archive: Buffer): Buffer | null {
  const at = archive.lastIndexOf(END_RECORD);
  if (at < 0 || at + END_RECORD_BYTES > archive.length) return null;
  const size = archive.readUInt32LE(at + 12);
  const offset = archive.readUInt32LE(at + 16);
  const whole = offset + size <= at && (size === 0 || archive.readUInt32LE(offset) === 0x02014b50);
  if (!whole) return null;
  const trimmed = Buffer.from(archive.subarray(0, at + END_RECORD_BYTES));
  trimmed.writeUInt16LE(0, at + 20);
  return trimmed;
}

interface Measured {
  readonly packed: number;
  readonly size: number;
  readonly end: number;
}

/** Sizes of the entry whose header stands at `at`; by inflating it where the header leaves them open. */
function measure(archive: Buffer, at: number, maxBytes: number): Measured | null {
  const method = archive.readUInt16LE(at + 8);
  const start = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
  const packed = archive.readUInt32LE(at + 18);
  const size = archive.readUInt32LE(at + 22);
  const stated = (archive.readUInt16LE(at + 6) & 8) === 0 || packed > 0;
  if (stated) return start + packed <= archive.length ? { packed, size, end: start + packed } : null;
  if (method !== 8) return null;
  try {
    const options = { info: true, maxOutputLength: maxBytes };
    const inflated = inflateRawSync(archive.subarray(start), options) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    const used = inflated.engine.bytesWritten;
    return { packed: used, size: inflated.buffer.length, end: start + used };
  } catch {
    return null;
  }
}

function directoryEntry(archive: Buffer, at: number, { packed, size }: Measured): Buffer {
  const nameLength = archive.readUInt16LE(at + 26);
  const entry = Buffer.alloc(46 + nameLength);
  entry.writeUInt32LE(0x02014b50, 0);
  archive.copy(entry, 4, at + 4, at + 6);
  archive.copy(entry, 6, at + 4, at + 18);
  entry.writeUInt16LE(archive.readUInt16LE(at + 6) & ~8, 8);
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(nameLength, 28);
  entry.writeUInt32LE(at, 42);
  archive.copy(entry, 46, at + 30, at + 30 + nameLength);
  return entry;
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(END_RECORD_BYTES);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
