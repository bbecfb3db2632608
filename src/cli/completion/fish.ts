import type { Command, Flag } from './words.ts';

/** For fish; files are completed beside what is ours. */
export function fish(commands: readonly Command[]): string {
  return [
    '# Completion of dossier for fish. Load it with: dossier completion fish | source',
    ...commands.map(
      ({ name, summary }) =>
        `complete -c dossier -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
    ),
    ...commands.flatMap(({ name, flags, values }) => [
      ...flags.map(flag => `complete -c dossier -n ${within(name)} ${flagWords(flag)}`),
      ...(values.length > 0
        ? [`complete -c dossier -n ${within(name)} -f -a ${quoted(values.join(' '))}`]
        : []),
    ]),
  ].join('\n');
}

function flagWords({ long, short, summary, takesValue, values }: Flag): string {
  return [
    `-l ${long}`,
    ...(short === '' ? [] : [`-s ${short}`]),
    ...(takesValue ? ['-r'] : []),
    ...(values.length > 0 ? [`-f -a ${quoted(values.join(' '))}`] : []),
    `-d ${quoted(summary)}`,
  ].join(' ');
}

function within(name: string): string {
  return quoted(`__fish_seen_subcommand_from ${name}`);
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
