import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The parts of a package by name; `[Content_Types].xml` comes first where there is one. */
export type Parts = Map<string, Uint8Array>;

/** A package as parts, without directory entries. Only for packages of our own making: sizes aren't checked. */
export function unzip(bytes: Uint8Array): Parts {
  return new Map(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')));
}

/** The same parts give the same bytes: sorted, compressed alike, and dated to the first day that ZIP knows. */
export function zip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const names = [...parts.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0));
  // ZIP holds local time, and fflate reads local fields: a local date is the same bytes in every time zone.
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries(names.map(name => [name, parts.get(name) ?? new Uint8Array()])), {
    mtime,
    level: 6,
  });
}

/** A part as text; '' where it is missing. */
export function partText(parts: ReadonlyMap<string, Uint8Array>, name: string): string {
  const bytes = parts.get(name);
  return bytes === undefined ? '' : strFromU8(bytes);
}

export function setPart(parts: Parts, name: string, text: string): void {
  parts.set(name, strToU8(text));
}

// Readers that stream expect the content types first, then the root relations.
function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2;
}
