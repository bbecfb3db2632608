import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Backend } from '../../src/documents/backend.ts';
import type { Document, Region } from '../../src/domain/region.ts';

const folder = mkdtempSync(join(tmpdir(), 'dossier-documents-'));

/** Writes a file for a test and tells its path. */
export function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

export type Parts = Readonly<Record<string, string | Uint8Array>>;

export function zipOf(parts: Parts): Uint8Array {
  const entries = Object.entries(parts).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(entries), { mtime: new Date(2000, 0, 1) });
}

/** `{ rId1: 'slide slides/slide1.xml' }` as a relationships part. */
export function relationships(targets: Readonly<Record<string, string>>): string {
  const items = Object.entries(targets).map(([id, typed]) => {
    const [type, target] = typed.split(' ');
    return `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  });
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

/** A deck whose slides are given as the content of their shape trees; further parts as they are. */
export function deckOf(slides: readonly string[], parts: Parts = {}): Uint8Array {
  const ids = slides.map((_, i) => `<p:sldId id="${256 + i}" r:id="rId${i + 1}"/>`);
  const targets = Object.fromEntries(slides.map((_, i) => [`rId${i + 1}`, `slide slides/slide${i + 1}.xml`]));
  const slideParts = slides.map((tree, i) => [
    `ppt/slides/slide${i + 1}.xml`,
    `<p:sld><p:cSld><p:spTree>${tree}</p:spTree></p:cSld></p:sld>`,
  ]);
  return zipOf({
    '_rels/.rels': relationships({ rId1: 'officeDocument ppt/presentation.xml' }),
    'ppt/presentation.xml': `<p:presentation><p:sldIdLst>${ids.join('')}</p:sldIdLst><p:sldSz cx="9144000" cy="5143500"/></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relationships(targets),
    ...Object.fromEntries(slideParts),
    ...parts,
  });
}

/** A text shape at `x y cx cy` in tenths of a 9,144,000 by 5,143,500 slide, or as a placeholder without a place. */
export function textShape(
  text: readonly string[],
  { at, placeholder }: { at?: readonly number[]; placeholder?: string },
): string {
  const [x = 0, y = 0, cx = 0, cy = 0] = at ?? [];
  const xfrm = at
    ? `<a:xfrm><a:off x="${x * 914_400}" y="${y * 514_350}"/><a:ext cx="${cx * 914_400}" cy="${cy * 514_350}"/></a:xfrm>`
    : '';
  const ph = placeholder === undefined ? '' : `<p:ph ${placeholder}/>`;
  const paragraphs = text.map(line => `<a:p><a:r><a:t>${line}</a:t></a:r></a:p>`);
  return `<p:sp><p:nvSpPr><p:cNvPr id="2" name="n"/><p:nvPr>${ph}</p:nvPr></p:nvSpPr><p:spPr>${xfrm}</p:spPr><p:txBody><a:bodyPr/>${paragraphs.join('')}</p:txBody></p:sp>`;
}

/** What a backend reads of a file, or the code it fails with. */
export async function read(backend: Backend, path: string): Promise<Document> {
  const opened = await backend.open(path, {});
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.document;
}

/** Regions in short: `role: text`, `table: columns / row / row`, `chart kind: title`, `figure: caption`. */
export function inShort(regions: readonly Region[]): readonly string[] {
  return regions.map(region => {
    if (region.kind === 'text') return `${region.role}${region.level ?? ''}: ${region.text}`;
    if (region.kind === 'chart') return `chart ${region.chart}: ${region.title}`;
    if (region.kind === 'figure') return `figure: ${region.caption}`;
    return `table: ${[region.columns, ...region.rows].map(row => row.join(' | ')).join(' / ')}`;
  });
}
