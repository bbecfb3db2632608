import { UsageError } from '../../errors.ts';
import type { Execute } from '../invocation.ts';

/** `dossier config show`: every setting in force, with `--origin` where it comes from. */
export const execute: Execute = async ({ args, options, settings, origins }) => {
  if (args[0] !== undefined && args[0] !== 'show')
    throw new UsageError(`"config ${args[0]}" is not known.`, { hint: 'dossier config show' });
  const rows = Object.entries(settings).map(([name, value]) => {
    const { origin, where } = origins[name] ?? { origin: 'default', where: '' };
    const from = options.origin ? `  (${origin}${where && where !== origin ? `: ${where}` : ''})` : '';
    return `${name}: ${value === undefined ? 'none' : String(value)}${from}`;
  });
  return { exit: 0, schema: 'dossier.config/1', text: rows.join('\n'), data: { settings, origins } };
};
