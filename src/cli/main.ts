import { resolve } from 'node:path';
import { EXIT, type ExitCode, UsageError } from '../errors.ts';
import { productVersion } from '../lib/version.ts';
import { describeError, errorEnvelope } from './failure.ts';
import { type Call, parseCommandLine, verbIn } from './program.ts';
import { envelope, type Result } from './result.ts';
import type { Terminal } from './terminal.ts';

/** The process's edge: the one place that reads argv and the environment, writes to the streams, and sets the exit code. */
export async function main(): Promise<void> {
  const argv = process.argv.slice(2);
  quietOnClosedPipes(argv);
  const stop = new AbortController();
  let signal: ExitCode | null = null;
  const interrupt = (code: ExitCode) => () => {
    if (signal !== null || !CHECKPOINTED.has(verbIn(argv) ?? '')) process.exit(code);
    signal = code;
    stop.abort(code);
  };
  process.on('SIGINT', interrupt(EXIT.interrupted));
  process.on('SIGTERM', interrupt(EXIT.terminated));
  const exit = await respond(argv, terminalOf(stop.signal));
  if (signal === null) process.exitCode = exit;
  else endBy(signal);
}

/** Commands that come to a clean end when they are interrupted; the others leave nothing half done anyway. */
const CHECKPOINTED: ReadonlySet<string> = new Set(['run', 'ask', 'eval']);

/** What an interrupted command left under way must not keep the program from ending. */
function endBy(code: ExitCode): void {
  process.stdout.write('', () => process.exit(code));
}

/** Runs one command line to its end and prints its result or its error. */
export async function respond(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    const call = parseCommandLine(argv, {
      print: terminal.out,
      version: productVersion(),
      columns: terminal.columns,
    });
    if (!call) return EXIT.done;
    const result = signalled(await execute(call, terminal), terminal);
    print(result, call, terminal);
    return result.exit;
  } catch (error) {
    const failure = describeError(error, argv.includes('-v') || argv.includes('--verbose'));
    if (argv.includes('--json')) terminal.out(`${errorEnvelope(failure)}\n`);
    else if (argv.includes('--ndjson')) terminal.out(`${lastLine('error', errorEnvelope(failure))}\n`);
    else terminal.err(`${failure.text}\n`);
    return failure.exit;
  }
}

async function execute({ verb, args, options }: Call, terminal: Terminal): Promise<Result> {
  const [{ isBriefFile, loadSettings, readBriefFile }, { execute: run }] = await Promise.all([
    import('../config/index.ts'),
    verb.load(),
  ]);
  const { cwd, env } = terminal;
  const takesBrief = verb.args.startsWith('<question>') && isBriefFile(args[0], cwd);
  const brief = takesBrief ? readBriefFile(resolve(cwd, args[0] ?? '')) : undefined;
  const { settings, origins } = loadSettings({ flags: settingFlags(options), env, cwd, brief });
  const interactive = terminal.interactive && options.input !== false && !options.quiet;
  return run({ args, options, settings, origins, brief, terminal: { ...terminal, interactive } });
}

/** A command that a signal ended says which. */
function signalled(result: Result, { signal }: Terminal): Result {
  const ended = result.exit === EXIT.interrupted && signal.reason === EXIT.terminated;
  return ended ? { ...result, exit: EXIT.terminated } : result;
}

function print(result: Result, { options }: Call, terminal: Terminal): void {
  if (options.json) terminal.out(`${envelope(result)}\n`);
  else if (options.ndjson) terminal.out(`${lastLine('result', envelope(result))}\n`);
  else if (result.text !== '') terminal.out(`${result.text}\n`);
  if (!options.json && !options.ndjson && !options.quiet)
    for (const warning of result.warnings ?? []) terminal.err(`warning: ${warning}\n`);
}

/** A stream of events ends with what the command came to. */
function lastLine(type: 'result' | 'error', json: string): string {
  return JSON.stringify({ v: 1, type, ...JSON.parse(json) });
}

/** Commander's own switches are no settings. */
function settingFlags(options: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { json, ndjson, quiet, verbose, input, run, limit, question, origin, floors, suite, ...settings } =
    options;
  return settings;
}

/** @throws UsageError where the folder that the program was started in has been removed since */
function workingFolder(): string {
  try {
    return process.cwd();
  } catch (cause) {
    throw new UsageError('The working folder no longer exists.', {
      hint: 'Change into another one first.',
      cause,
    });
  }
}

function terminalOf(signal: AbortSignal): Terminal {
  const { env, stdout, stderr } = process;
  const plain = Boolean(env.CI) || env.TERM === 'dumb';
  const colorOff = env.NO_COLOR !== undefined && env.NO_COLOR !== '';
  return {
    get cwd() {
      return workingFolder();
    },
    env,
    interactive: Boolean(stderr.isTTY && process.stdin.isTTY) && !plain,
    color: !colorOff && (Boolean(env.FORCE_COLOR) || (Boolean(stderr.isTTY) && !plain)),
    columns: Number(env.COLUMNS) || stdout.columns || 80,
    clock: Date.now,
    out: text => void stdout.write(text),
    err: text => void stderr.write(text),
    signal,
  };
}

/**
 * `dossier … | head -1` closes our pipe: end quietly instead of with a stack. A run goes on: its product are files.
 * Progress that nobody hears any more ends nothing.
 */
function quietOnClosedPipes(argv: readonly string[]): void {
  const goesOn = verbIn(argv) === 'run';
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    if (!goesOn) process.exit(EXIT.done);
  });
  process.stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
