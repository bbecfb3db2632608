import { describe, expect, test } from 'vitest';
import type { Formula } from '../../src/domain/formula.ts';
import type { MetricRef, Question } from '../../src/domain/question.ts';
import type { TableReading } from '../../src/domain/reading.ts';
import { extract, lines, page, question, source, table, text } from './pages.ts';

const own = (name: string): MetricRef => {
  return { id: `own:${name}`, name, phrases: [name.toLowerCase()], not: [], dimensions: [] };
};
const from = source('report', { entity: '', currency: 'USD', scale: 1000 });

const LEASES = table(
  ['', '2018', '2019'],
  [
    ['Operating lease costs, warehouses', '$120', '$150'],
    ['Costs of leases that operate trucks', '30', '40'],
    ['Fees for bank guarantees', '12', '18'],
  ],
  { title: 'Leases' },
);
const CARRIED = table(
  ['', ''],
  [
    ['Balance, December 31, 2018', '$9,889'],
    ['Additions', '3,861'],
    ['Balance, December 31, 2019', '13,750'],
  ],
);

/** A change of one operand from 2018 to 2019. */
function changeOf(name: string): Question {
  const metric = own(name);
  const formula: Formula = {
    metric: { ...own('change'), id: 'calc:change' },
    expression: `change([${metric.id}], 1)`,
    inputs: [metric],
    from: 'asked',
    at: 2019,
  };
  return question([formula.metric, metric], {
    text: `What is the change in ${name} from 2018 to 2019?`,
    formulas: [formula],
  });
}

function found(name: string, reading: TableReading, before = ''): readonly string[] {
  const readings = before === '' ? [reading] : [text(before), reading];
  return lines(extract(changeOf(name), page(...readings), from)).filter(line => /\d{4}/.test(line));
}

describe('the row that a calculation names by its words', () => {
  test('whatever their order', () => {
    expect(found('guarantees fees bank', LEASES)).toEqual([
      'guarantees fees bank 2018 12000 USD',
      'guarantees fees bank 2019 18000 USD',
    ]);
  });

  test.each([
    ['no row with all of them', 'guarantee fees of insurers'],
    ['two rows alike', 'operating leases'],
  ])('is none where there is/are %s', (_, name) => {
    expect(found(name, LEASES)).toEqual([]);
  });

  test('balances carried forward are of what announces them, in the scale of the document', () => {
    const before = 'The following table summarizes the changes in the total amounts of disputed claims.';
    expect(found('disputed claims', CARRIED, before)).toEqual([
      'disputed claims 31 December 2018 9889000 USD',
      'disputed claims 31 December 2019 13750000 USD',
    ]);
    expect(found('settled claims', CARRIED, before)).toEqual([]);
  });
});
