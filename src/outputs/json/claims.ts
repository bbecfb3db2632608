import type { Claim } from '../markdown/claims.ts';

/**
 * `claims.jsonl`: one line a sentence of the report that states findings: `{text, start, end, findings, evidence}`,
 * `start` and `end` being offsets into `report.md` in UTF-16 units, before the footnotes.
 */
export function toClaimsJsonl(claims: readonly Claim[]): string {
  return claims
    .map(({ text, start, end, findings, evidence }) =>
      JSON.stringify({ text, start, end, findings, evidence }),
    )
    .map(line => `${line}\n`)
    .join('');
}
