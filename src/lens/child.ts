import { Lens } from './lens.ts';
import { loadWeights } from './manifest.ts';
import type { Answer, Request } from './messages.ts';

/** The program of a child that holds the model: it answers requests from its parent, and ends with it. */
const opening = loadWeights(process.env.LENS_WEIGHTS || undefined).then(weights => Lens.open(weights));
opening.catch(() => undefined);

process.on('message', (request: Request) => void answer(request));
process.on('disconnect', () => process.exit(0));

async function answer(request: Request): Promise<void> {
  try {
    send(await work(await opening, request));
  } catch (error) {
    send({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

async function work(lens: Lens, request: Request): Promise<Answer> {
  if (request.type === 'see') return { type: 'seen', sight: await lens.see(request.picture) };
  if (request.type === 'marks') return { type: 'marked', marks: await lens.marks(request.picture) };
  return { type: 'read', texts: await lens.read(request.picture, request.lines) };
}

function send(message: Answer): void {
  process.send?.(message);
}
