import { COMMON_OPTIONS, OPTIONS, VERBS } from '../verbs.ts';

export interface Flag {
  /** Without its dashes. */
  readonly long: string;
  /** Without its dash; ''. */
  readonly short: string;
  readonly summary: string;
  readonly takesValue: boolean;
  /** What it may be, where that is few words. */
  readonly values: readonly string[];
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly Flag[];
  /** What its first argument may be, where that is few words. */
  readonly values: readonly string[];
}

/** Everything that can be typed after `dossier`. */
export function commands(): readonly Command[] {
  const common = [...Object.values(COMMON_OPTIONS), HELP].map(option => flagOf(option));
  const verbs = VERBS.map(({ name, summary, options }) => ({
    name,
    summary,
    values: ARGUMENTS[name] ?? [],
    flags: [...options.map(option => flagOf(OPTIONS[option], VALUES[option])), ...common],
  }));
  const help = { name: 'help', summary: 'show help for a command', flags: [] };
  return [...verbs, { ...help, values: verbs.map(verb => verb.name) }];
}

const HELP = ['-h, --help', 'show help'] as const;

const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  config: ['show'],
  completion: ['bash', 'zsh', 'fish'],
};

const VALUES: Readonly<Record<string, readonly string[]>> = {
  format: ['md', 'pptx', 'html'],
  lang: ['en'],
  reasoner: ['grounded', 'endpoint'],
  vlm: ['lens', 'endpoint'],
};

function flagOf([flags, summary]: readonly [string, string], values: readonly string[] = []): Flag {
  return {
    long: /--([\w-]+)/.exec(flags)?.[1] ?? '',
    short: /^-(\w)\b/.exec(flags)?.[1] ?? '',
    takesValue: flags.includes('<'),
    summary,
    values,
  };
}
