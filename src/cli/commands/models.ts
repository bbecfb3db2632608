import { benchSeeing, type SeeingSpeed } from '../../bench/index.ts';
import { EXIT, UsageError } from '../../errors.ts';
import { type ShippedModel, shippedModels } from '../../run/models.ts';
import type { Execute } from '../invocation.ts';
import type { Result } from '../result.ts';

/** `dossier models list, verify, bench`: the models on this machine, whether they are whole, and how fast. */
export const execute: Execute = async ({ args: [action = 'list', ...pictures], terminal }) => {
  if (action === 'bench') return benched(await benchSeeing({ files: pictures, cwd: terminal.cwd }));
  if (action !== 'list' && action !== 'verify') {
    throw new UsageError(`"${action}" is nothing that models can do.`, {
      hint: 'dossier models list, verify, bench',
    });
  }
  const models = await shippedModels();
  const whole = models.every(({ files }) => files.every(({ state }) => state === 'ok'));
  return {
    exit: whole || action === 'list' ? EXIT.done : EXIT.model,
    schema: 'dossier.models/1',
    text: models.flatMap(linesOf).join('\n'),
    data: { models },
  };
};

function linesOf({ name, about, files }: ShippedModel): readonly string[] {
  return [
    `${name}: ${about}`,
    ...files.map(
      ({ file, bytes, state }) => `  ${state.padEnd(8)}${file}  ${(bytes / 1_000_000).toFixed(1)} MB`,
    ),
  ];
}

function benched(speed: SeeingSpeed): Result {
  const { model, machine, start, label, page, memory, files } = speed;
  const rows = [
    ['start to first line', `${start} ms`],
    ['a label, among 64', `${label.median} ms${processor(label)}`],
    ['a label by itself', `${label.alone} ms`],
    [
      'a page of 48 lines',
      `${page.median} ms${processor(page)}, slowest of ${page.pages} ${page.slowest} ms`,
    ],
    ['memory', `${megabytes(memory.early)}, after ${memory.pictures} pictures ${megabytes(memory.late)}`],
    ...files.map(({ file, ms, lines, characters }) => [
      file,
      `${ms} ms: ${lines} lines, ${characters} characters`,
    ]),
  ];
  const title = `${model} on one of ${machine.cores} cores, ${machine.platform}, Node ${machine.node}`;
  const text = [title, ...rows.map(([what = '', figure]) => `  ${what.padEnd(22)}${figure}`)].join('\n');
  return { exit: EXIT.done, schema: 'dossier.models.bench/1', text, data: { ...speed } };
}

function processor({ processor: ms }: SeeingSpeed['page' | 'label']): string {
  return ms === null ? '' : ` (${ms} ms of the processor)`;
}

function megabytes(bytes: number | null): string {
  return bytes === null ? 'not told by this system' : `${Math.round(bytes / 1_000_000)} MB`;
}
