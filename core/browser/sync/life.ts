import type { Clock } from '#core/ports/clock.ts';
import type { LiveSocket } from './socket.ts';

/** A browser may take most of a minute to notice that a connection is dead; this notices in seconds. */
export class Life {
  readonly #clock: Clock;
  readonly #patience: number;
  #askedAt: number | null = null;
  #times = 0;
  #waiting = 0;

  constructor(clock: Clock, patience: number) {
    this.#clock = clock;
    this.#patience = patience;
  }

  /** How often the server has said something. */
  get times(): number {
    return this.#times;
  }

  /** The server said something. */
  heard(): void {
    this.#times++;
    this.#askedAt = null;
  }

  /** Something was asked whose answer is awaited from now on. */
  asked(): void {
    this.#askedAt ??= this.#clock.steady();
  }

  /** True when an answer is overdue; otherwise asks again when nothing is awaited. */
  isGone(socket: LiveSocket): boolean {
    // A large update on a slow line: as long as it shrinks somebody takes it.
    const waiting = socket.bytesWaiting();
    if (waiting < this.#waiting) this.heard();
    this.#waiting = waiting;
    if (this.#askedAt !== null) return this.#clock.steady() - this.#askedAt > this.#patience;
    if (socket.ping()) this.asked();
    return false;
  }
}
