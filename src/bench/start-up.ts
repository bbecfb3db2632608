import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median, round } from './median.ts';
import { timed } from './timed.ts';

const BIN = fileURLToPath(new URL('../../bin/dossier.js', import.meta.url));
const ROUNDS = 9;

export interface StartUp {
  /** Medians over rounds in turns, in milliseconds of wall time. */
  readonly help: number;
  readonly node: number;
  readonly ratio: number;
  readonly rounds: number;
}

/** How long `dossier --help` takes beside an empty Node program. */
export async function measureStartUp(): Promise<StartUp> {
  const help: number[] = [];
  const node: number[] = [];
  await timeOf(['-e', '0']);
  await timeOf([BIN, '--help']);
  for (let i = 0; i < ROUNDS; i++) {
    node.push(await timeOf(['-e', '0']));
    help.push(await timeOf([BIN, '--help']));
  }
  return {
    help: round(median(help)),
    node: round(median(node)),
    ratio: round(median(help.map((ms, i) => ms / (node[i] ?? ms)))),
    rounds: ROUNDS,
  };
}

async function timeOf(args: readonly string[]): Promise<number> {
  const { ms } = await timed(() => {
    const child = spawn(process.execPath, args, { stdio: 'ignore' });
    return new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  });
  return ms;
}
