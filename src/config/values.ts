import { z } from 'zod';
import { parseDuration } from '../lib/duration.ts';

/** "10m" as milliseconds. */
export const duration = z.union([z.string(), z.number()]).transform((given, context) => {
  const ms = parseDuration(String(given));
  if (ms !== null && ms > 0) return ms;
  return refuse(context, `expected a duration such as 90s, 10m or 1h30m, found "${given}"`);
});

/** An amount in the currency that models are billed in; 0 is none at all. */
export const money = z.union([z.string(), z.number()]).transform((given, context) => {
  const amount = /^\d+(?:\.\d+)?$/.test(String(given).trim()) ? Number(given) : Number.NaN;
  if (Number.isFinite(amount)) return amount;
  return refuse(context, `expected an amount of money such as 2.00, found "${given}"`);
});

export function count(most = Number.MAX_SAFE_INTEGER) {
  return z.union([z.string(), z.number()]).transform((given, context) => {
    const number = Number(given);
    if (String(given).trim() !== '' && Number.isInteger(number) && number >= 1 && number <= most)
      return number;
    const upTo = most === Number.MAX_SAFE_INTEGER ? '' : ` to ${most}`;
    return refuse(context, `expected a whole number from 1${upTo}, found "${given}"`);
  });
}

/** "md,html", or a list of them. */
export const formats = z.union([z.string(), z.array(z.string())]).transform((given, context) => {
  const names = (Array.isArray(given) ? given : given.split(',')).map(name => name.trim());
  const unknown = names.find(name => !['md', 'pptx', 'html'].includes(name));
  if (unknown === undefined) return names as ('md' | 'pptx' | 'html')[];
  return refuse(context, `expected md, pptx or html, found "${unknown}"`);
});

export const flag = z.union([z.boolean(), z.string()]).transform((given, context) => {
  const word = String(given).trim().toLowerCase();
  if (['true', '1', 'yes', 'on'].includes(word)) return true;
  if (['false', '0', 'no', 'off', ''].includes(word)) return false;
  return refuse(context, `expected true or false, found "${given}"`);
});

export function oneOf<const T extends string>(known: readonly T[], what: string) {
  return z.string().transform((given, context) => {
    const found = known.find(name => name === given.trim().toLowerCase());
    return found ?? refuse(context, `${what} ${known.join(' or ')}, found "${given}"`);
  });
}

export const words = z.string({ error: 'expected a text' }).min(1, 'expected a text, found nothing');

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}
