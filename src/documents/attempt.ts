import type { ChildProcess } from 'node:child_process';
import type { Page } from '../domain/region.ts';
import type { Failure } from '../domain/source.ts';
import { counted } from '../lib/counted.ts';
import type { DocumentLimits } from './limits.ts';
import type { Answer, Attempt, Request } from './messages.ts';

/** Sends one request to a child and gathers what it streams until it has answered, died or overrun its deadline. */
export function attempt(
  child: ChildProcess,
  request: Request,
  limits: DocumentLimits,
  lastWords: () => string,
): Promise<Attempt> {
  return new Promise(resolve => {
    const pages: Page[] = [];
    let head: Attempt['head'] = null;
    let overrun: Failure | null = null;
    let timer: NodeJS.Timeout;
    const started = Date.now();

    const finish = (end: Attempt['end']) => {
      clearTimeout(timer);
      child.off('message', listen).off('close', mourn).off('error', mourn);
      resolve({ head, pages, end });
    };
    const watch = () => {
      clearTimeout(timer);
      const elapsed = Date.now() - started;
      timer = setTimeout(
        () => {
          overrun = timeout(Date.now() - started, pages.length);
          child.kill('SIGKILL');
        },
        patience(request, limits, pages.length, elapsed),
      );
    };
    const listen = (answer: Answer) => {
      if (answer.type === 'start') head = answer.head;
      else if (answer.type === 'page') {
        pages.push(answer.page);
        watch();
      } else finish(answer);
    };
    const mourn = (code: unknown, signal: unknown) =>
      finish({ type: 'died', failure: overrun ?? death(code, signal, lastWords()) });

    // `close` comes after the channel is drained, so that no page is lost; `exit` may come before.
    child.on('message', listen).on('close', mourn).on('error', mourn);
    watch();
    if (child.connected) child.send(request, error => error && mourn(null, null));
    else mourn(child.exitCode, child.signalCode);
  });
}

/** Milliseconds until the next page must have come. */
function patience(request: Request, limits: DocumentLimits, pages: number, elapsed: number): number {
  if (request.type === 'raster') return limits.rasterMs;
  const whole = limits.stallMs + limits.pageMs * (pages + 1);
  return Math.max(0, Math.min(limits.stallMs, whole - elapsed));
}

function timeout(elapsed: number, pages: number): Failure {
  const seconds = Math.round(elapsed / 100) / 10;
  const where = pages === 0 ? 'before its first page' : `after ${counted(pages, 'page')}`;
  return { code: 'timeout', message: `Reading was stopped ${where}: it took longer than ${seconds} s.` };
}

const OUT_OF_MEMORY = /out of memory|allocation failed|bad_alloc|cannot allocate/i;

function death(code: unknown, signal: unknown, lastWords: string): Failure {
  if (OUT_OF_MEMORY.test(lastWords)) {
    return { code: 'memory', message: 'Reading the file needed more memory than one document may have.' };
  }
  const how = typeof signal === 'string' ? `was ended by ${signal}` : `ended with code ${String(code)}`;
  const words = /^.*\b(?:Error|FATAL).*$/m.exec(lastWords)?.[0] ?? '';
  return { code: 'crashed', message: `The process that read the file ${how}. ${words}`.trim() };
}
