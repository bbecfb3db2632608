import type { Suite } from '../suite.ts';
import { answers } from './answers.ts';
import { chartImages, charts } from './charts.ts';
import { figures } from './figures.ts';
import { fixtures } from './fixtures.ts';
import { malformed } from './malformed.ts';
import { native } from './native.ts';
import { pages } from './pages.ts';
import { read } from './read.ts';
import { tables } from './tables.ts';
import { text } from './text.ts';

/** In the order they are run and shown. */
export const SUITES: readonly Suite[] = [
  fixtures,
  native,
  tables,
  charts,
  chartImages,
  figures,
  text,
  read,
  malformed,
  pages,
  answers,
];
