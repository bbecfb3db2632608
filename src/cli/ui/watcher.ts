import type { RunEvent } from '../../domain/event.ts';

/** Shows a run's events to whoever watches; `close` leaves the terminal as it was. */
export interface Watcher {
  readonly emit: (event: RunEvent) => void;
  readonly close: () => void;
}
