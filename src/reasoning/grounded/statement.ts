import type { Finding } from '../../domain/finding.ts';

/** A statement is the source's own claim, used as it is; a title is cut at a clause so that it stays true. */
export function wordStatement(finding: Finding, form: 'sentence' | 'title'): string {
  const claim = finding.claim
    .replace(/\s+/g, ' ')
    .replace(/(?<!\b[kcd]?m|CO)[¹²³⁴⁵⁶⁷⁸⁹⁰]+/gu, '')
    .replace(/^[-–•*\s]+/u, '')
    .trim();
  const text = claim.charAt(0).toUpperCase() + claim.slice(1);
  return form === 'title' ? shorten(text) : text;
}

const TITLE_LENGTH = 95;

/** The first clause, if it is a sentence by itself and short; else the whole. */
function shorten(text: string): string {
  const whole = text.replace(/[.!]$/u, '');
  if (whole.length <= TITLE_LENGTH) return whole;
  const cut =
    /^(.{35,95}?)(?:;|,\s(?:while|with|as|although|which|whereas|compared|and|but|including|driven)\b|\s[–—]\s|:\s)/u.exec(
      whole,
    )?.[1];
  return cut ?? whole;
}
