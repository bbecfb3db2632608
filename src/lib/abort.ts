/** What work comes to, or null as soon as `signal` fires; the work is then left to end by itself, unheard. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T | null> {
  if (!signal) return work;
  work.catch(() => undefined);
  if (signal.aborted) return null;
  let stop = () => {};
  const aborted = new Promise<null>(resolve => {
    stop = () => resolve(null);
    signal.addEventListener('abort', stop, { once: true });
  });
  return Promise.race([work, aborted]).finally(() => signal.removeEventListener('abort', stop));
}
