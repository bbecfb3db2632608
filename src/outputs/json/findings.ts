import type { Evidence, Finding } from '../../domain/finding.ts';
import type { Report } from '../../domain/report.ts';
import type { SourceRecord, State } from '../../domain/state.ts';
import type { Value } from '../../domain/value.ts';
import { printJson } from './print.ts';

interface FindingsOptions {
  /** Path of the crop of an evidence, relative to the output folder, by evidence id. */
  readonly crops?: ReadonlyMap<string, string>;
}

/**
 * `findings.json`, schema `dossier.findings/1`: every finding of the state in the order it was found, with its value
 * and its evidence, best first. `amount` is as printed, to be multiplied by `scale`; a box is in fractions of its page.
 */
export function toFindingsJson(state: State, report: Report, options: FindingsOptions = {}): string {
  return printJson({
    schema: 'dossier.findings/1',
    run: report.run,
    question: report.asked.join(' '),
    questions: Object.values(state.questions).map(({ id, text }) => ({ id, text })),
    findings: Object.values(state.findings).map(finding => findingJson(finding, state, options)),
  });
}

function findingJson(finding: Finding, state: State, options: FindingsOptions): object {
  return {
    id: finding.id,
    question: finding.question,
    claim: finding.claim,
    status: finding.status,
    confidence: round(finding.confidence),
    value: finding.value === null ? null : valueJson(finding.value),
    evidence: finding.evidence.map(evidence =>
      evidenceJson(evidence, state.sources[evidence.source], options.crops?.get(evidence.id)),
    ),
    ...(finding.against.length > 0 && { against: finding.against }),
    ...(finding.reason !== '' && { reason: finding.reason }),
  };
}

function valueJson(value: Value): object {
  return {
    amount: value.amount,
    unit: value.unit,
    scale: value.scale,
    currency: value.currency ?? null,
    period: value.period?.label ?? null,
    entity: value.entity,
    metric: value.metric,
    printed: value.printed,
    ...(value.qualifiers.length > 0 && { qualifiers: value.qualifiers }),
  };
}

function evidenceJson(
  evidence: Evidence,
  source: SourceRecord | undefined,
  crop: string | undefined,
): object {
  return {
    id: evidence.id,
    source: {
      path: source?.path ?? '',
      sha256: source?.sha256 ?? '',
      title: source?.profile?.title ?? '',
    },
    page: evidence.page,
    box: evidence.box.map(round),
    route: evidence.route,
    quote: evidence.quote,
    crop: crop ?? null,
  };
}

function round(number: number): number {
  return Math.round(number * 1e4) / 1e4;
}
