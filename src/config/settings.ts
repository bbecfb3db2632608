import type { z } from 'zod';
import { count, duration, flag, formats, money, oneOf, words } from './values.ts';

/** Where a setting's value came from, strongest first. */
export const ORIGINS = ['flag', 'environment', 'brief', 'file', 'user file', 'default'] as const;
export type Origin = (typeof ORIGINS)[number];

/** Every setting with its type; `dossier.yaml` uses these names, the environment `DOSSIER_MAX_TIME`, flags `--max-time`. */
export const SETTINGS = {
  out: words,
  store: words,
  format: formats,
  template: words,
  lang: oneOf(['en'], 'reports are written in'),
  reasoner: oneOf(['grounded', 'endpoint'], 'expected'),
  vlm: words,
  offline: flag,
  passwordFile: words,
  maxTime: duration,
  maxPages: count(),
  maxCost: money,
  wait: flag,
  strict: flag,
  workers: count(16),
} as const;

/** Settings that name a file or folder: those in a file are meant from the folder it lies in. */
export const PATHS: ReadonlySet<SettingName> = new Set(['out', 'store', 'template', 'passwordFile']);

export type SettingName = keyof typeof SETTINGS;
type Optional = 'template' | 'passwordFile' | 'maxTime' | 'maxPages' | 'maxCost';
export type Settings = {
  readonly [K in SettingName]: z.output<(typeof SETTINGS)[K]> | (K extends Optional ? undefined : never);
};

export const DEFAULTS: Settings = {
  out: './dossier-out',
  store: './.dossier',
  format: ['md', 'pptx', 'html'],
  template: undefined,
  lang: 'en',
  reasoner: 'grounded',
  vlm: 'lens',
  offline: false,
  passwordFile: undefined,
  maxTime: undefined,
  maxPages: undefined,
  maxCost: undefined,
  wait: false,
  strict: false,
  workers: 2,
};

/** A hint for a key that is a setting but for its spelling; null where it resembles none. */
export function meantSetting(key: string): string | null {
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');
  const meant = Object.keys(SETTINGS).find(name => plain(name) === plain(key));
  return meant === undefined ? null : `Did you mean "${meant}"?`;
}
