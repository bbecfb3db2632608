import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { lilconfigSync } from 'lilconfig';
import { parse } from 'yaml';
import { UsageError } from '../errors.ts';
import type { BriefFile } from './brief-file.ts';
import {
  DEFAULTS,
  meantSetting,
  type Origin,
  PATHS,
  SETTINGS,
  type SettingName,
  type Settings,
} from './settings.ts';

export interface LoadedSettings {
  readonly settings: Settings;
  readonly origins: Readonly<Record<SettingName, { readonly origin: Origin; readonly where: string }>>;
}

interface Layer {
  readonly origin: Origin;
  readonly where: string;
  /** What its relative paths are meant from. */
  readonly folder: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * Flags over `DOSSIER_*` over the brief over `dossier.yaml` (walking up) over the user's file over defaults. Only data is read,
 * nothing in a research folder is ever executed. A key or value that isn't known is named with its file. Paths come
 * absolute: those in a file are meant from the folder it lies in.
 */
export function loadSettings(given: {
  readonly flags: Readonly<Record<string, unknown>>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly brief?: Pick<BriefFile, 'path' | 'settings'> | undefined;
}): LoadedSettings {
  const layers = [
    { origin: 'flag', where: 'command line', folder: given.cwd, values: defined(given.flags) },
    environmentLayer(given.env, given.cwd),
    given.brief ? fileLayer('brief', given.brief.path, given.brief.settings) : null,
    projectLayer(given.cwd),
    userLayer(given.env),
  ] satisfies (Layer | null)[];
  const present = layers.filter(layer => layer !== null);
  const names = Object.keys(SETTINGS) as SettingName[];
  const chosen = names.map(name => [name, choose(name, present, given.cwd)] as const);
  return {
    settings: Object.fromEntries(chosen.map(([name, { value }]) => [name, value])) as unknown as Settings,
    origins: Object.fromEntries(
      chosen.map(([name, { origin, where }]) => [name, { origin, where }]),
    ) as LoadedSettings['origins'],
  };
}

function choose(
  name: SettingName,
  layers: readonly Layer[],
  cwd: string,
): { value: unknown; origin: Origin; where: string } {
  const layer = layers.find(({ values }) => values[name] !== undefined);
  if (!layer) return { value: placed(name, DEFAULTS[name], cwd), origin: 'default', where: '' };
  const parsed = SETTINGS[name].safeParse(layer.values[name]);
  if (!parsed.success) {
    throw new UsageError(
      `${spell(name, layer)} is not valid: ${parsed.error.issues[0]?.message ?? 'unknown value'}.`,
      {
        hint: 'dossier config show --origin lists every setting and where it comes from.',
      },
    );
  }
  return { value: placed(name, parsed.data, layer.folder), origin: layer.origin, where: layer.where };
}

/** A path from its folder; an address stays as it is. */
function placed(name: SettingName, value: unknown, folder: string): unknown {
  const isPath = PATHS.has(name) && typeof value === 'string' && !/^[a-z][a-z\d+.-]+:\/\//i.test(value);
  return isPath ? resolve(folder, value) : value;
}

function spell(name: string, { origin, where }: Layer): string {
  if (origin === 'flag') return `--${kebab(name)}`;
  if (origin === 'environment') return `DOSSIER_${kebab(name).toUpperCase().replaceAll('-', '_')}`;
  return `"${name}" in ${where}`;
}

function environmentLayer(env: Readonly<Record<string, string | undefined>>, cwd: string): Layer {
  const names = Object.keys(SETTINGS).map(
    name => [name, `DOSSIER_${kebab(name).toUpperCase().replaceAll('-', '_')}`] as const,
  );
  return {
    origin: 'environment',
    where: 'environment',
    folder: cwd,
    values: defined(Object.fromEntries(names.map(([name, variable]) => [name, env[variable] || undefined]))),
  };
}

function projectLayer(cwd: string): Layer | null {
  const loaders = { '.yaml': loadYaml, '.yml': loadYaml, '.json': loadYaml };
  const searchPlaces = ['dossier.yaml', 'dossier.yml', 'dossier.json'];
  const found = lilconfigSync('dossier', { searchPlaces, loaders, cache: false }).search(cwd);
  return found && !found.isEmpty ? fileLayer('file', found.filepath, found.config) : null;
}

function userLayer(env: Readonly<Record<string, string | undefined>>): Layer | null {
  const folder = env.XDG_CONFIG_HOME || (env.HOME ? `${env.HOME}/.config` : null);
  if (!folder) return null;
  const path = `${folder}/dossier/config.yaml`;
  try {
    return fileLayer('user file', path, loadYaml(path, readFileSync(path, 'utf8')));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return null;
  }
}

function fileLayer(origin: Origin, path: string, content: unknown): Layer {
  const folder = dirname(path);
  if (content === null || content === undefined) return { origin, where: path, folder, values: {} };
  if (typeof content !== 'object' || Array.isArray(content)) {
    throw new UsageError(`${path} should hold settings as "name: value" lines, and holds something else.`);
  }
  const values = content as Record<string, unknown>;
  const unknown = Object.keys(values).find(name => !(name in SETTINGS));
  if (unknown !== undefined) {
    const hint = meantSetting(unknown) ?? `Known settings: ${Object.keys(SETTINGS).join(', ')}.`;
    throw new UsageError(`${path} has a setting that Dossier doesn't know: "${unknown}".`, { hint });
  }
  return { origin, where: path, folder, values };
}

function loadYaml(path: string, text: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new UsageError(`${path} is not valid YAML: ${(cause as Error).message.split('\n')[0]}`, { cause });
  }
}

function defined(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}
