/** What a score may not fall below: a little under what was measured last. Raise one when its stage gets better. */
export const FLOORS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  fixtures: {
    values: 0.92,
    entities: 0.84,
    cited: 0.92,
    causes: 0.99,
    status: 0.85,
    leader: 1,
    open: 1,
    tables: 0.95,
  },
  native: { text: 0.99, notes: 0.99, tables: 0.82, charts: 0.99, office: 0.9 },
  tables: { f1: 0.93, precision: 0.94, recall: 0.92 },
  charts: {
    within2: 0.96,
    type: 0.95,
    verified: 0.75,
    verifiedRight: 0.985,
    'vega-lite svg, within2': 0.975,
    'vega-lite svg, type': 0.97,
    'office pdf, within2': 0.94,
    'office pdf, type': 0.93,
  },
  figures: { listed: 0.92, solved: 0.8, charts: 0.95 },
  'chart-images': { within2: 0.2, within5: 0.24, type: 0.62, read: 0.78 },
  text: { recall: 0.985, precision: 0.965, checks: 0.99 },
  read: { tight: 0.98, loose: 0.96, worn: 0.98, wornWords: 0.9, scans: 0.95 },
  malformed: { ended: 1, unstopped: 0.98, sound: 0.94 },
  pages: {
    at1: 0.49,
    at3: 0.69,
    at5: 0.78,
    at10: 0.81,
    'image-only, at1': 0.57,
    'slides, at1': 0.75,
  },
  answers: { right: 0.2, stated: 0.23, statedOfText: 0.23, rightText: 0.05, abstained: 0.8, answered: 0.5 },
};

export interface Fall {
  readonly suite: string;
  readonly score: string;
  readonly value: number;
  readonly floor: number;
}

/** The scores that lie below their floor; one that could not be measured doesn't. */
export function fallen(
  suite: string,
  scores: Readonly<Record<string, number>>,
  floors = FLOORS,
): readonly Fall[] {
  return Object.entries(floors[suite] ?? {}).flatMap(([score, floor]) => {
    const value = scores[score];
    return value !== undefined && value < floor ? [{ suite, score, value, floor }] : [];
  });
}
