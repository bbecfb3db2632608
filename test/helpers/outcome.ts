import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

export interface FoundValue {
  readonly amount: number;
  readonly unit: string;
  readonly scale: number;
  readonly currency: string | null;
  readonly period: string | null;
  readonly entity: string;
  readonly metric: string;
}

export interface FoundEvidence {
  readonly source: { readonly path: string; readonly sha256: string };
  readonly page: number;
  readonly box: readonly [number, number, number, number];
  readonly quote: string;
}

export interface Found {
  readonly id: string;
  readonly question: string;
  readonly claim: string;
  readonly status: string;
  readonly value: FoundValue | null;
  readonly evidence: readonly FoundEvidence[];
  readonly against?: readonly string[];
}

/** What a run left under `--out`, as another program would read it. */
export interface Outcome {
  readonly findings: readonly Found[];
  readonly questions: readonly { readonly id: string; readonly text: string }[];
  readonly report: string;
  readonly deck: Uint8Array;
}

export async function readOutcome(out: string): Promise<Outcome> {
  const json = JSON.parse(await readFile(join(out, 'findings.json'), 'utf8'));
  return {
    findings: json.findings,
    questions: json.questions ?? [],
    report: await readFile(join(out, 'report.md'), 'utf8'),
    deck: await readFile(join(out, 'deck.pptx')),
  };
}

export function fileOf(evidence: FoundEvidence): string {
  return basename(evidence.source.path);
}

/** In whole units, whatever it was printed in. */
export function worth(value: FoundValue): number {
  return value.amount * value.scale;
}

/** The text under a heading of the report, up to the next heading of the same or a higher level; '' without one. */
export function sectionOf(report: string, title: RegExp): string {
  const headings = [...report.matchAll(/^(#{1,6}) (.*)$/gm)];
  const at = headings.findIndex(heading => title.test(heading[2] as string));
  const heading = headings[at];
  if (heading === undefined) return '';
  const level = (heading[1] as string).length;
  const next = headings.slice(at + 1).find(other => (other[1] as string).length <= level);
  return report.slice(heading.index + heading[0].length, next?.index ?? report.length).trim();
}
