import { cleanLabel } from './labels.ts';

/** Whether a label compares: "Change", "% of net sales", "2017 vs. 2016". */
export function isComparison(label: string): boolean {
  return /\b(?:change|growth|variance|vs\.?|versus|inc(?:rease)?\.?\s?\/|% of|as a percent|cagr|yoy|y\/y|delta|difference)\b|[∆Δ±]|\+\s?\/\s?[-–−]|^\s*%\s*$/i.test(
    label,
  );
}

/** A column of differences, whatever its row. */
export function isMovement(header: string): boolean {
  return /^(?:increase|decrease|favou?rable|unfavou?rable|better|worse|movement|deviation|trend|year[- ]o[nv]e?r?[- ]year)\b/i.test(
    header,
  );
}

/** Emissions that were avoided are none that were emitted. */
export function isSaved(label: string): boolean {
  return /^(?:reduced|avoided|saved|prevented|offset|removed|savings?|reductions?|removals?|offsets?)\b/i.test(
    label,
  );
}

/** What leads from one edition or one currency's rates to another: an amount of the measure that is not a level of it. */
export function isAside(label: string): boolean {
  return /^(?:restatement |reclassification |presentation |accounting |(?:total )?)?adjustments?$|^reclassifications?$|^(?:the )?(?:effects?|impact) of (?:the )?(?:restatement|reclassification|exchange|currenc|foreign|fx|ifrs|changes? in)|\b(?:restatement|exchange[- ]rates?|currency|fx|foreign[- ]exchange)(?: translation)? (?:effects?|impact|differences?)$/i.test(
    cleanLabel(label),
  );
}
