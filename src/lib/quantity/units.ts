import type { Dimension } from '../../domain/value.ts';

/** A unit as found: canonical name, and what the printed form multiplies by ("GWh" is 1e6 kWh). */
export interface FoundUnit {
  readonly dimension: Dimension;
  readonly unit: string;
  readonly scale: number;
}

interface UnitEntry extends FoundUnit {
  /** Case matters where the pattern holds prefixes: Mt is a million tonnes, MT in American reports a metric ton. */
  readonly pattern: RegExp;
}

const GAS =
  '(?:CO[2₂²](?:[\\s-]*(?:e(?:q(?:uivalents?|uiv\\.?|\\.)?)?(?![\\p{L}])|[Ee]quivalents?|Eq\\.?))?|GHGs?|greenhouse[ -]gas(?:es)?|carbon dioxide(?: equivalents?)?)';
const MASSES: readonly (readonly [pattern: string, unit: string, scale: number])[] = [
  ['million (?:metric )?t(?:ons?|onnes?)?|MMT|Mt|megat(?:ons?|onnes?)', 't', 1e6],
  ['thousand (?:metric )?t(?:ons?|onnes?)?|kt|ktons?|ktonnes?|kilot(?:ons?|onnes?)', 't', 1e3],
  ['Gt|gigat(?:ons?|onnes?)', 't', 1e9],
  ['[Mm]etric [Tt](?:ons?|onnes?)|[Tt]onnes?|[Tt]ons?|MT|mt|t', 't', 1],
  ['kg|[Kk]ilograms?|kilos?', 'kg', 1],
  ['g|grams?', 'g', 1],
  ['lbs?\\.?|pounds', 'lb', 1],
];
const PEOPLE =
  'employees|people|persons|workers|adults|respondents|individuals|colleagues|FTEs?|full-time equivalents';

const UNITS: readonly UnitEntry[] = [
  entry(
    'percentage[ -]points?|percent(?:age)? points?|%[ -]?(?:points?|pts?)|ppts?|pp|p\\.p\\.',
    'points',
    'pp',
    1,
  ),
  entry('basis points?|bps', 'points', 'pp', 0.01),
  entry('%|percent(?:age)?|per cent|pct\\.?', 'percent', '%', 1),
  ...MASSES.map(([mass, unit, scale]) =>
    entry(`(?:${mass})\\s?(?:of )?${GAS}`, 'mass', `${unit} CO2e`, scale),
  ),
  ...MASSES.filter(([, unit]) => unit !== 'g').map(([mass, unit, scale]) => entry(mass, 'mass', unit, scale)),
  entry('TWh|[Tt]erawatt[ -]hours?', 'energy', 'kWh', 1e9),
  entry('GWh|[Gg]igawatt[ -]hours?', 'energy', 'kWh', 1e6),
  entry('MWh|[Mm]egawatt[ -]hours?', 'energy', 'kWh', 1e3),
  entry('kWh|KWh|[Kk]ilowatt[ -]hours?', 'energy', 'kWh', 1),
  entry('PJ|petajoules?', 'energy', 'GJ', 1e6),
  entry('TJ|terajoules?', 'energy', 'GJ', 1e3),
  entry('GJ|[Gg]igajoules?', 'energy', 'GJ', 1),
  entry('MJ|megajoules?', 'energy', 'GJ', 1e-3),
  entry('GW|[Gg]igawatts?', 'power', 'kW', 1e6),
  entry('MW|[Mm]egawatts?', 'power', 'kW', 1e3),
  entry('kW|[Kk]ilowatts?', 'power', 'kW', 1),
  entry('m[3³]|cubic met(?:er|re)s?', 'volume', 'm3', 1),
  entry('megalit(?:er|re)s?|ML', 'volume', 'm3', 1e3),
  entry('lit(?:er|re)s?', 'volume', 'm3', 1e-3),
  entry('gallons?', 'volume', 'gal', 1),
  entry('barrels?|bbl', 'volume', 'bbl', 1),
  entry('km[2²]|square kilomet(?:er|re)s?', 'area', 'm2', 1e6),
  entry('m[2²]|square met(?:er|re)s?|sqm', 'area', 'm2', 1),
  entry('hectares?|ha', 'area', 'm2', 1e4),
  entry('square f(?:ee|oo)t|sq\\.? ?ft\\.?', 'area', 'ft2', 1),
  entry('acres?', 'area', 'acre', 1),
  entry('km|kilomet(?:er|re)s?', 'length', 'm', 1e3),
  entry('met(?:er|re)s?', 'length', 'm', 1),
  entry('miles?', 'length', 'mi', 1),
  entry('years?', 'time', 'years', 1),
  entry('months?', 'time', 'months', 1),
  entry('weeks?', 'time', 'weeks', 1),
  entry('days?', 'time', 'days', 1),
  entry('hours?', 'time', 'hours', 1),
  entry('minutes?', 'time', 'minutes', 1),
  entry('°\\s?C|degrees? Celsius', 'other', '°C', 1),
  entry('°\\s?F|degrees? Fahrenheit', 'other', '°F', 1),
  entry('x|times|-?fold', 'ratio', 'x', 1),
  entry(`(?:(?!and|or|of|the|in|for|to|by|from)[a-z-]+ ){0,2}(?:${PEOPLE})`, 'count', 'people', 1),
];

/** What one canonical unit is of its dimension's base unit; only exact factors. */
const FACTORS: Readonly<Record<string, readonly [base: string, factor: number]>> = {
  kg: ['t', 1e-3],
  g: ['t', 1e-6],
  'kg CO2e': ['t CO2e', 1e-3],
  'g CO2e': ['t CO2e', 1e-6],
  GJ: ['kWh', 1e3 / 3.6],
  lb: ['t', 0.000_453_592_37],
  ft2: ['m2', 0.092_903_04],
  mi: ['m', 1609.344],
};

/** The unit that starts at `at`; a space or hyphen may stand between. */
export function unitAt(text: string, at: number): (FoundUnit & { readonly end: number }) | null {
  const gap = /[\s\u00a0]?-?[\s\u00a0]?/y;
  gap.lastIndex = at;
  gap.exec(text);
  const from = gap.lastIndex;
  for (const { pattern, ...unit } of UNITS) {
    pattern.lastIndex = from;
    if (pattern.test(text)) return { ...unit, end: pattern.lastIndex };
  }
  return null;
}

/** A unit anywhere in a header or note: "Emissions (kt CO2e)", "Energy use in GWh". Bare letters must stand in brackets or alone. */
export function unitIn(text: string): FoundUnit | null {
  const emission = new RegExp(`(?<![\\p{L}])${GAS}`, 'iu').test(text);
  for (const { pattern, dimension, unit, scale } of UNITS) {
    if (dimension === 'ratio' || dimension === 'time' || unit === 'people') continue;
    const anywhere = new RegExp(`(?<![\\p{L}\\p{N}.’'])(?:${pattern.source})`, 'u');
    if (!anywhere.test(text)) continue;
    if (dimension === 'mass' && emission && !unit.includes('CO2e'))
      return { dimension, unit: `${unit} CO2e`, scale };
    return { dimension, unit, scale };
  }
  return null;
}

/** A number of one unit in its dimension's base unit; units without an exact factor are their own base. */
export function toBase(amount: number, unit: string): { readonly amount: number; readonly unit: string } {
  const factor = FACTORS[unit];
  return factor ? { amount: amount * factor[1], unit: factor[0] } : { amount, unit };
}

function entry(source: string, dimension: Dimension, unit: string, scale: number): UnitEntry {
  return { pattern: new RegExp(`(?:${source})(?![\\p{L}\\p{N}])`, 'uy'), dimension, unit, scale };
}
