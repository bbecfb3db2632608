import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { EXIT } from '../../errors.ts';
import { counted } from '../../lib/counted.ts';
import type { FileReadings } from '../../run/read-files.ts';
import { readFiles } from '../../run/read-files.ts';
import { refuseUnavailable } from '../availability.ts';
import type { Execute } from '../invocation.ts';
import { passwordsOf } from '../passwords.ts';
import { printable } from '../terminal.ts';
import { readingText } from '../text/reading.ts';

/** `dossier read FILE…`: typed readings, as text or JSON. */
export const execute: Execute = async ({ args, options, settings, terminal }) => {
  const documents: FileReadings[] = [];
  refuseUnavailable(settings, args);
  const read = readFiles(args, {
    cwd: terminal.cwd,
    workers: settings.workers,
    clock: terminal.clock,
    ...passwordsOf({ settings, terminal }),
  });
  for await (const document of read) {
    if (options.ndjson) terminal.out(`${JSON.stringify({ v: 1, type: 'document', ...document })}\n`);
    else if (!options.json) terminal.out(`${printable(documentText(document))}\n`);
    documents.push(document);
  }
  const [first] = documents;
  if (options.overlay && first) await drawOverlay(String(options.overlay), first, terminal.cwd);
  const unread = documents.some(document => document.status !== 'read');
  const exit = unread ? (settings.strict ? EXIT.gate : EXIT.partial) : EXIT.done;
  return {
    exit,
    schema: 'dossier.readings/1',
    text: '',
    data: { documents: options.ndjson ? documents.length : documents },
    warnings: documents.flatMap(({ path, warnings }) => warnings.map(warning => `${path}: ${warning}`)),
  };
};

async function drawOverlay(path: string, document: FileReadings, cwd: string): Promise<void> {
  const { overlayOf } = await import('../../run/overlay.ts');
  await writeFile(resolve(cwd, path), await overlayOf(document, cwd));
}

function documentText({ path, kind, pages, failure, readings }: FileReadings): string {
  if (failure) return `# ${path}\nNot read (${failure.code}): ${failure.message}\n`;
  const lines = [`# ${path} (${kind}, ${counted(pages, 'page')})`];
  let page = 0;
  for (const reading of readings) {
    if (reading.page !== page) lines.push('', `## Page ${reading.page}`);
    page = reading.page;
    lines.push('', readingText(reading));
  }
  return `${lines.join('\n')}\n`;
}
