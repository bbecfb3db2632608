/** What doesn't hold, and where. */
export interface Problem {
  /** A record's id, `report.md:12`, or `deck.pptx, slide 3`. */
  readonly where: string;
  readonly rule: 'log' | 'source' | 'reading' | 'quote' | 'number' | 'citation';
  readonly message: string;
}
