import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { UsageError } from '../errors.ts';
import { parseTemplate, type ReportTemplate } from '../outputs/markdown/template.ts';

/**
 * The outline of a report from a Markdown file.
 * @throws UsageError that names the file, and the line where one is wrong
 */
export async function loadTemplate(path: string): Promise<ReportTemplate> {
  if (SLIDES.has(extname(path).toLowerCase())) {
    throw new UsageError(
      `${path} is a template for slides; decks in a layout of your own aren't supported yet.`,
      {
        hint: '--template takes the outline of a report as a Markdown file, such as templates/report/default.md.',
      },
    );
  }
  return parseTemplate(await readText(path), path);
}

const SLIDES: ReadonlySet<string> = new Set(['.pptx', '.potx', '.pptm', '.potm', '.ppt', '.pot']);

async function readText(path: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    const { code = 'unknown' } = cause as NodeJS.ErrnoException;
    throw new UsageError(`The template ${path} can't be read (${code}).`, { cause });
  }
  if (!bytes.includes(0))
    return bytes
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .replaceAll('\r\n', '\n');
  throw new UsageError(`The template ${path} is no text: a report's outline is a Markdown file.`);
}
