import { expect, test } from 'vitest';
import { FLOORS, fallen } from '../../src/eval/floors.ts';
import { SUITES } from '../../src/eval/suites/index.ts';

const floors = { tables: { f1: 0.9, recall: 0.8 } };

test.each([
  ['above', { f1: 0.95, recall: 0.9 }, []],
  ['at', { f1: 0.9, recall: 0.8 }, []],
  ['under', { f1: 0.89, recall: 0.9 }, ['f1']],
  ['not measured', { f1: 0.95 }, []],
])('a score %s its floor', (_, scores, names) => {
  expect(fallen('tables', scores as Record<string, number>, floors).map(({ score }) => score)).toEqual(names);
});

test('floors are of suites that there are', () => {
  const names = SUITES.map(suite => suite.name);
  expect(Object.keys(FLOORS).filter(name => !names.includes(name))).toEqual([]);
});
