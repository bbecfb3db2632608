import type { Failure } from '../domain/source.ts';
import { FailureError } from './backend.ts';

/** Why one page could not be read, where the rest of its document can. Running out of memory is not the page's fault alone. */
export function failureOfPage(error: unknown, what: string): Failure {
  if (error instanceof FailureError) return error.failure;
  if (error instanceof RangeError) throw error;
  const [reason = ''] = String((error as Error).message).split('\n', 1);
  return { code: 'damaged', message: `This ${what} could not be read: ${reason}` };
}
