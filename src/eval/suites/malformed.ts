import { join } from 'node:path';
import { DocumentPool } from '../../documents/pool.ts';
import { collectSources } from '../../sources/index.ts';
import { readJson } from '../gold.ts';
import { inLanes } from '../lanes.ts';
import type { EvalContext, Suite } from '../suite.ts';

/** Shorter than a run's: no file here is large. */
const LIMITS = { stallMs: 15_000, pageMs: 5_000 };
/** Ends that are an answer, but a poor one: the reader was stopped from outside. */
const ROUGH: ReadonlySet<string> = new Set(['crashed', 'timeout', 'memory']);

/** Damaged, fuzzed and encrypted files: each has to end as a document or as a failure that says why. */
export const malformed: Suite = {
  name: 'malformed',
  about: 'damaged, fuzzed and encrypted files that end as a document or a typed failure',
  needs: 'data',
  run: async context => {
    const manifest = (await readJson(join(context.data, 'manifest.json'))) as {
      readonly files: readonly Listed[];
    };
    const files = manifest.files.filter(file => file.kind.startsWith('malformed_'));
    const keys = new Map(files.map(({ file, password }) => [join(context.data, file), password ?? []]));
    const passwords = (path: string) => [keys.get(path) ?? []].flat();
    await using pool = new DocumentPool({ workers: 2, limits: LIMITS, passwords });
    const each = await inLanes(files, 2, file => tryFile(file, pool, context));
    const share = (good: (one: Ended) => boolean) => each.filter(good).length / Math.max(1, each.length);
    const sound = each.filter(one => one.sound);
    return {
      scores: {
        ended: share(one => one.end !== ''),
        unstopped: share(one => one.end !== '' && !ROUGH.has(one.end)),
        sound: sound.length === 0 ? 1 : sound.filter(one => one.end === 'read').length / sound.length,
      },
      n: each.length,
      each: each.map(one => ({ ...one })),
    };
  },
};

interface Listed {
  readonly file: string;
  readonly kind: string;
  readonly why?: string;
  readonly password?: string;
  /** What pdfinfo made of it. */
  readonly pdfinfo?: { readonly rc: number; readonly pages?: number; readonly errors?: number };
}

interface Ended {
  readonly file: string;
  /** `read`, a failure's code, or '' where the reader threw. */
  readonly end: string;
  readonly message: string;
  /** Another program opens it, or its password is listed: it should be read. */
  readonly sound: boolean;
}

async function tryFile(listed: Listed, pool: DocumentPool, { data, kit }: EvalContext): Promise<Ended> {
  const { file, pdfinfo, password } = listed;
  const sound = password !== undefined || (pdfinfo?.rc === 0 && (pdfinfo.pages ?? 0) > 0);
  const path = join(data, file);
  try {
    const { sources, rejected } = await collectSources([path], kit.cwd);
    const source = sources[0];
    const opened = source
      ? await pool.open({ path, kind: source.kind })
      : {
          ok: false as const,
          failure: rejected[0]?.failure ?? { code: '', message: 'neither source nor rejected' },
        };
    return opened.ok
      ? { file, end: 'read', message: `${opened.document.pages.length} pages`, sound }
      : { file, end: opened.failure.code, message: opened.failure.message, sound };
  } catch (error) {
    return { file, end: '', message: String(error), sound };
  }
}
