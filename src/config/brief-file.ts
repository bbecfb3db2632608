import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { UsageError } from '../errors.ts';
import { meantSetting, SETTINGS } from './settings.ts';

/** What `brief.yaml` holds: what is asked of which sources, and settings that go over `dossier.yaml`. */
export interface BriefFile {
  readonly path: string;
  readonly questions: readonly string[];
  /** Absolute: a brief's paths are meant from the folder it lies in. */
  readonly sources: readonly string[];
  readonly settings: Readonly<Record<string, unknown>>;
}

const words = z
  .union([z.string(), z.array(z.string())])
  .transform(given => [given].flat().map(text => text.trim()));

const schema = z
  .looseObject({ question: words.optional(), questions: words.optional(), sources: words })
  .transform(({ question, questions, sources, ...settings }) => ({
    questions: [...(question ?? []), ...(questions ?? [])].filter(text => text !== ''),
    sources,
    settings,
  }));

/** Whether an argument names a brief: by its ending; with blanks in it, like a question, only where there is such a file. */
export function isBriefFile(argument: string | undefined, cwd: string): argument is string {
  if (argument === undefined || !/\.ya?ml$/i.test(argument)) return false;
  return !/\s/.test(argument) || existsSync(resolve(cwd, argument));
}

/** @throws UsageError naming the file and what is wrong with it */
export function readBriefFile(path: string): BriefFile {
  const parsed = schema.safeParse(readYaml(path));
  if (!parsed.success) {
    const { path: at = [], message = '' } = parsed.error.issues[0] ?? {};
    throw new UsageError(`${path} is no brief: ${at.length > 0 ? `"${at.join('.')}": ` : ''}${message}.`, {
      hint: SHAPE,
    });
  }
  const { questions, sources, settings } = parsed.data;
  if (questions.length === 0) throw new UsageError(`${path} asks no question.`, { hint: SHAPE });
  const unknown = Object.keys(settings).find(name => !(name in SETTINGS));
  if (unknown !== undefined) {
    throw new UsageError(`${path} has a key that Dossier doesn't know: "${unknown}".`, {
      hint: meantSetting(unknown) ?? SHAPE,
    });
  }
  return { path, questions, sources: sources.map(source => resolve(dirname(path), source)), settings };
}

const SHAPE =
  'A brief has "question:" or "questions:", "sources:", and settings such as "out:" and "maxTime:".';

function readYaml(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new UsageError(`${path} does not exist.`, {
        hint: `dossier init writes a brief to fill in.`,
        cause,
      });
    }
    throw new UsageError(`${path} can't be read as a brief: ${(cause as Error).message.split('\n')[0]}`, {
      cause,
    });
  }
}
