import { Command, CommanderError } from 'commander';
import { UsageError } from '../errors.ts';
import { suggestVerb } from './suggest.ts';
import { COMMON_OPTIONS, OPTIONS, VERBS, type Verb } from './verbs.ts';

/** What the command line asked for, once it is understood. */
export interface Call {
  readonly verb: Verb;
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

interface Printing {
  /** Takes help and version. */
  readonly print: (text: string) => void;
  readonly version: string;
  /** Characters in a line of help. */
  readonly columns: number;
}

/**
 * Parses `argv` (without node and script). Help and version are printed and answer null.
 * @throws UsageError for anything that isn't understood
 */
export function parseCommandLine(argv: readonly string[], printing: Printing): Call | null {
  let call: Call | null = null;
  const program = buildProgram(printing, made => {
    call = made;
  });
  try {
    program.parse(asRun(argv), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (['commander.helpDisplayed', 'commander.help', 'commander.version'].includes(error.code)) return null;
    throw new UsageError(error.message.replace(/^error: /, ''), { hint: hintFor(argv), cause: error });
  }
  return call;
}

/** The verb that a command line calls; `run` where it begins with a question, undefined where neither stands there. */
export function verbIn(argv: readonly string[]): string | undefined {
  const first = argv[firstWord(argv)];
  const verb = VERBS.find(({ name }) => name === first)?.name;
  return verb ?? (first !== undefined && /\s/.test(first.trim()) ? 'run' : undefined);
}

function buildProgram({ print, version, columns }: Printing, called: (call: Call) => void): Command {
  const program = new Command('dossier')
    .configureOutput({ writeOut: print, writeErr: () => undefined, getOutHelpWidth: () => columns })
    .configureHelp({ minWidthToWrap: 20, subcommandTerm: termOf })
    .description('Deep-research reports from a pile of documents, on your own machine.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .showSuggestionAfterError(false)
    .exitOverride();
  program.addHelpText(
    'after',
    '\nA question in quotes needs no verb: dossier "How did revenue develop?" ./filings',
  );
  for (const verb of VERBS) program.addCommand(buildCommand(verb, called).copyInheritedSettings(program));
  program.action(() => {
    program.outputHelp();
  });
  return program;
}

/** A command as the list shows it: every one takes options, so that need not be said. */
function termOf(command: Command): string {
  const args = VERBS.find(verb => verb.name === command.name())?.args ?? '[command]';
  return `${command.name()} ${args}`.trimEnd();
}

function buildCommand(verb: Verb, called: (call: Call) => void): Command {
  const command = new Command(verb.name).description(verb.summary).exitOverride();
  for (const argument of verb.args.split(' ').filter(Boolean)) command.argument(argument);
  for (const name of verb.options) command.option(OPTIONS[name][0], OPTIONS[name][1]);
  for (const [flags, what] of Object.values(COMMON_OPTIONS)) command.option(flags, what);
  command.addHelpText('after', `\nExamples:\n${verb.examples.map(example => `  $ ${example}`).join('\n')}`);
  command.action(() => called({ verb, args: command.args, options: command.opts() }));
  return command;
}

/**
 * `dossier "question" ./docs` is `dossier run …`; a single word that is no verb is a slip, never a question. Options may
 * stand before the verb.
 */
function asRun(argv: readonly string[]): readonly string[] {
  const at = firstWord(argv);
  const first = argv[at];
  const names = VERBS.map(verb => verb.name);
  if (first === undefined) return argv;
  if (first === 'help') return helpOf(argv, names);
  const verb = verbIn(argv);
  if (verb === first) return [first, ...argv.slice(0, at), ...argv.slice(at + 1)];
  if (verb !== undefined) return [verb, ...argv];
  throw new UsageError(`"${first}" is not a command.`, {
    hint: hintForWord(first) ?? suggestVerb(first, names),
  });
}

function helpOf(argv: readonly string[], names: readonly string[]): readonly string[] {
  const about = argv[argv.indexOf('help') + 1];
  if (about === undefined || about.startsWith('-') || about === 'help' || names.includes(about)) return argv;
  throw new UsageError(`There is no help for "${about}", which is not a command.`, {
    hint: suggestVerb(about, names),
  });
}

/** Where the first word stands that is neither an option nor the value of one. */
function firstWord(argv: readonly string[]): number {
  return argv.findIndex((word, i) => !word.startsWith('-') && !VALUED.has(argv[i - 1] ?? ''));
}

/** Options that take a value, short and long. */
const VALUED: ReadonlySet<string> = new Set(
  Object.values(OPTIONS)
    .filter(([flags]) => flags.includes('<'))
    .flatMap(([flags]) => flags.match(/--?[a-z-]+/g) ?? []),
);

/** A brief or a document where a command should stand. */
function hintForWord(word: string): string | null {
  if (/\.ya?ml$/i.test(word)) return `A brief is run with: dossier run ${word}`;
  return /[/\\]|\.[a-z]{2,5}$/i.test(word)
    ? `dossier run "…" ${word} asks a question of it; dossier read ${word} prints it.`
    : null;
}

function hintFor(argv: readonly string[]): string {
  const verb = VERBS.find(({ name }) => name === argv[firstWord(argv)]);
  return verb ? `dossier ${verb.name} --help shows its options.` : 'dossier --help lists the commands.';
}
