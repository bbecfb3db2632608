import type { Period } from '../domain/value.ts';

const LONGEST = 30;

/** Years or quarters in order with the missing ones put in, so that distance on the axis is distance in time. */
export function withoutGaps(periods: readonly Period[]): readonly Period[] {
  const [first, last] = [periods[0], periods.at(-1)];
  const steps = first && last ? STEPS[first.kind] : undefined;
  if (!steps || !first || !last || periods.some(({ kind }) => kind !== first.kind)) return periods;
  const count = steps.indexOf(last) - steps.indexOf(first) + 1;
  if (count <= periods.length || count > LONGEST) return periods;
  const known = new Map(periods.map(period => [steps.indexOf(period), period]));
  const start = steps.indexOf(first);
  return Array.from({ length: count }, (_, i) => known.get(start + i) ?? steps.make(start + i, first));
}

interface Steps {
  readonly indexOf: (period: Period) => number;
  readonly make: (index: number, like: Period) => Period;
}

const STEPS: Partial<Record<Period['kind'], Steps>> = {
  year: {
    indexOf: ({ year }) => year,
    make: (year, { label, fiscal }) => ({
      label: label.replace(/(?:19|20)\d{2}/u, String(year)),
      kind: 'year',
      year,
      ...(fiscal ? { fiscal } : {}),
    }),
  },
  quarter: {
    indexOf: ({ year, part = 1 }) => year * 4 + part - 1,
    make: (index, { fiscal }) => {
      const [year, part] = [Math.floor(index / 4), (index % 4) + 1];
      return { label: `Q${part} ${year}`, kind: 'quarter', year, part, ...(fiscal ? { fiscal } : {}) };
    },
  },
};
