import type { Diff } from '../../src/domain/change.ts';
import type { Finding } from '../../src/domain/finding.ts';
import type { Reading, TableReading, TextReading } from '../../src/domain/reading.ts';
import type { StoredDocument } from '../../src/domain/store.ts';
import { readingId } from '../../src/lib/reading-id.ts';

export const READER = '1';

type Unplaced = 'id' | 'page' | 'box' | 'order' | 'route' | 'confidence';
type Content = Omit<TextReading, Unplaced> | Omit<TableReading, Unplaced>;

export function text(
  content: string,
  role: TextReading['role'] = 'paragraph',
  section: string[] = [],
): Content {
  return { kind: 'text', role, section, text: content, lines: [{ at: 0, box: [0.1, 0.1, 0.8, 0.02] }] };
}

export function table(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Content {
  const boxes = rows.map(row => row.map(() => null));
  return { kind: 'table', section: [], title, columns, rows, boxes, note: '(in millions)' };
}

/** A document of which each member of `pages` is one page's readings. */
export function documentOf(sha256: string, pages: readonly (readonly Content[])[]): StoredDocument {
  return {
    sha256,
    reader: READER,
    title: `Document ${sha256}`,
    kind: 'pdf',
    pageCount: pages.length,
    warnings: ['One font is missing.'],
    pages: pages.map((contents, i) => ({
      page: i + 1,
      label: i === 0 ? 'i' : '',
      width: 612,
      height: 792.5,
      readings: contents.map((content, order) => place(sha256, content, { page: i + 1, order })),
    })),
  };
}

export function finding(id: string, claim: string, status: Finding['status'] = 'supported'): Finding {
  return {
    id,
    question: 'q1',
    kind: 'statement',
    claim,
    value: null,
    status,
    confidence: 0.9,
    relevance: 0.5,
    evidence: [],
    against: [],
    reason: '',
  };
}

/** A change that adds findings. */
export function adding(...findings: readonly Finding[]) {
  return changing(Object.fromEntries(findings.map(f => [f.id, [null, f] as const])));
}

/** A change that alters findings from one to another; null for one that isn't there. */
export function changing(findings: NonNullable<Diff['findings']>) {
  return { step: { kind: 'reconcile' }, diff: { findings } } as const;
}

/** A change that puts a run on record. */
export function opening(id: string, title: string) {
  const record = { id, title, asked: [], stop: null, reconciled: 0, notes: [], rejected: [] };
  return { step: { kind: 'open' }, diff: { run: { [id]: [null, record] } } } as const;
}

function place(sha256: string, content: Content, { page, order }: { page: number; order: number }): Reading {
  const reading = {
    ...content,
    page,
    order,
    box: [0.1, Math.round(order * 100) / 10_000, 0.8, 0.05],
    route: 'text-layer',
    confidence: 0.98,
  } as Omit<TextReading, 'id'>;
  return { id: readingId(sha256, reading), ...reading };
}
