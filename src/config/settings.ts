import { z } from 'zod';
import { parseDuration } from '../lib/duration.ts';

/** Where a setting's value came from, strongest first. */
export const ORIGINS = ['flag', 'environment', 'brief', 'file', 'user file', 'default'] as const;
export type Origin = (typeof ORIGINS)[number];

const duration = z.union([z.string(), z.number()]).transform((given, context) => {
  const ms = parseDuration(String(given));
  if (ms !== null && ms > 0) return ms;
  context.addIssue({
    code: 'custom',
    message: `expected a duration such as 90s, 10m or 1h30m, found "${given}"`,
  });
  return z.NEVER;
});

const formats = z.union([z.string(), z.array(z.string())]).transform((given, context) => {
  const names = (Array.isArray(given) ? given : given.split(',')).map(name => name.trim());
  const unknown = names.find(name => !['md', 'pptx', 'html'].includes(name));
  if (unknown === undefined) return names as ('md' | 'pptx' | 'html')[];
  context.addIssue({ code: 'custom', message: `expected md, pptx or html, found "${unknown}"` });
  return z.NEVER;
});

const flag = z.union([
  z.boolean(),
  z.enum(['true', 'false', '1', '0', '']).transform(word => word === 'true' || word === '1'),
]);

/** Every setting with its type; `dossier.yaml` uses these names, the environment `DOSSIER_MAX_TIME`, flags `--max-time`. */
export const SETTINGS = {
  out: z.string().min(1),
  store: z.string().min(1),
  reasoner: z.enum(['grounded']),
  lang: z.enum(['en']),
  format: formats,
  maxTime: duration,
  maxPages: z.coerce.number().int().positive(),
  wait: flag,
  strict: flag,
  workers: z.coerce.number().int().min(1).max(16),
} as const;

export type SettingName = keyof typeof SETTINGS;
export type Settings = {
  readonly [K in SettingName]:
    | z.output<(typeof SETTINGS)[K]>
    | (K extends 'maxTime' | 'maxPages' ? undefined : never);
};

export const DEFAULTS: Settings = {
  out: './dossier-out',
  store: './.dossier',
  reasoner: 'grounded',
  lang: 'en',
  format: ['md', 'pptx', 'html'],
  maxTime: undefined,
  maxPages: undefined,
  wait: false,
  strict: false,
  workers: 2,
};
