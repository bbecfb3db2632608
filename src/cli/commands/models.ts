import { EXIT, UsageError } from '../../errors.ts';
import { type ShippedModel, shippedModels } from '../../run/models.ts';
import type { Execute } from '../invocation.ts';

const ACTIONS = ['list', 'verify'];

/** `dossier models list, verify`: the models on this machine; verify fails where a file isn't what it should be. */
export const execute: Execute = async ({ args: [action = 'list'] }) => {
  if (!ACTIONS.includes(action)) {
    throw new UsageError(`"${action}" is nothing that models can do.`, {
      hint: 'dossier models list, verify',
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
