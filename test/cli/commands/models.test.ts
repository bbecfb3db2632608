import { describe, expect, test } from 'vitest';
import { EXIT } from '../../../src/errors.ts';
import { say, smallWorld } from '../respond.ts';

describe('dossier models', () => {
  test.each(['list', 'verify'])('%s names the embedded model and finds its files whole', async action => {
    const { exit, out } = await say(['models', action, '--json'], { cwd: smallWorld() });
    expect(exit).toBe(EXIT.done);
    const { schema, models } = JSON.parse(out);
    expect(schema).toBe('dossier.models/1');
    expect(models).toMatchObject([
      { name: expect.stringMatching(/^lens-/), files: [{ state: 'ok' }, { state: 'ok' }] },
    ]);
  });

  test.each([['burn'], ['bench', 'nowhere.png'], ['bench', 'regions.csv']])(
    '%s %s is wrong usage',
    async (...words) => {
      const { exit } = await say(['models', ...words], { cwd: smallWorld() });
      expect(exit).toBe(EXIT.usage);
    },
  );
});
