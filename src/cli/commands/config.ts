import { UsageError } from '../../errors.ts';
import type { Execute } from '../invocation.ts';

/** `dossier config show`: every setting in force, with `--origin` where it comes from. */
export const execute: Execute = async ({ args, options, settings, origins }) => {
  if (args[0] !== undefined && args[0] !== 'show')
    throw new UsageError(`"config ${args[0]}" is not known.`, { hint: 'dossier config show' });
  const rows = Object.entries(settings).map(([name, value]) => {
    const { origin, where } = origins[name] ?? { origin: 'default', where: '' };
    const from = options.origin ? `  (${origin}${where && where !== origin ? `: ${where}` : ''})` : '';
    return `${name}: ${spelled(name, value)}${from}`;
  });
  const given = Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, value ?? null]));
  return { exit: 0, schema: 'dossier.config/1', text: rows.join('\n'), data: { settings: given, origins } };
};

/** As it may be written into a settings file; `none` where nothing is set. */
function spelled(name: string, value: unknown): string {
  if (value === undefined) return 'none';
  return name === 'maxTime' ? `${Number(value) / 1000}s` : String(value);
}
