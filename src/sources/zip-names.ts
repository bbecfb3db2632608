const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_HEADER = 0x02014b50;
const DIRECTORY_MARK = Buffer.from('PK\x01\x02', 'latin1');
const LOCAL_MARK = Buffer.from('PK\x03\x04', 'latin1');

/**
 * Names of a zip's entries, lower case, `/` as separator: by its directory, or by the headers before each entry where
 * that is cut off. An archive inside the archive isn't looked into.
 * @param data the archive's beginning and end
 */
export function zipNames(data: Buffer): readonly string[] {
  const listed = namesByDirectory(data);
  const names = listed.length > 0 ? listed : namesByHeaders(data);
  return names.map(name => name.replaceAll('\\', '/').toLowerCase());
}

/** The directory is the run of headers that goes up to the end record. */
function namesByDirectory(data: Buffer): readonly string[] {
  const end = data.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + 16 > data.length) return [];
  const size = data.readUInt32LE(end + 12);
  const start = Math.max(end - size, 0);
  const names: string[] = [];
  let at = data.indexOf(DIRECTORY_MARK, start);
  while (at >= 0 && at + 46 <= end && data.readUInt32LE(at) === DIRECTORY_HEADER) {
    const length = data.readUInt16LE(at + 28);
    names.push(data.toString('utf8', at + 46, at + 46 + length));
    at += 46 + length + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  return names;
}

function namesByHeaders(data: Buffer): readonly string[] {
  const names: string[] = [];
  let at = data.indexOf(LOCAL_MARK);
  while (at >= 0 && at + 30 <= data.length) {
    const length = data.readUInt16LE(at + 26);
    const start = at + 30 + length + data.readUInt16LE(at + 28);
    if (data.readUInt32LE(at) === LOCAL_HEADER) names.push(data.toString('utf8', at + 30, at + 30 + length));
    at = data.indexOf(LOCAL_MARK, Math.max(start + data.readUInt32LE(at + 18), at + 4));
  }
  return names;
}
