/** Regions and countries that companies head their segments with. */
const PLACE =
  /^(?:the )?(?:north america|latin america|south america|americas|united states|u\.?s\.?a?|canada|mexico|brazil|europe(?:an union)?|emea|eu|uk|united kingdom|germany|france|italy|spain|switzerland|netherlands|nordics|asia(?:[ -]pacific)?|apac|apmea|amea|greater china|china|japan|india|korea|australia|middle east|africa|international|domestic|rest of (?:the )?world|row|other countries|other international)(?:(?:,| and| &) [\p{L} ]{2,24})?$/iu;

/** A region or a country that companies have as a segment. */
export function isPlace(label: string): boolean {
  return PLACE.test(label.trim());
}

/**
 * The part of a company that a heading puts everything below it under: "Canada:", "Domestic Streaming Segment".
 * '' where it names none. Other headings, product names among them, can't be told from topics.
 */
export function segmentIn(headings: readonly string[]): string {
  for (const heading of headings) {
    const text = heading.replace(/[\s:]+$/, '').trim();
    if (PLACE.test(text)) return text;
    const named = /^(?<name>.{2,50}?)\s+(?:operating |reportable |business )?segments?(?: results)?$/i.exec(
      text,
    )?.groups?.name;
    if (
      named &&
      !/\b(?:by|our|all|reportable|operating|business|information|other)$|^(?:by|our|results|information)\b/i.test(
        named,
      )
    )
      return named;
  }
  return '';
}
