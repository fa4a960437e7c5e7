import * as v from 'valibot';
import type { Wire } from './wire.ts';

/** Why no message came: the line closed, nothing arrived in time, or what arrived was not of the agreed form. */
export type NoMessage = 'closed' | 'silent' | 'malformed';

/** Messages of a line in order, each checked against one schema; the first malformed one ends the conversation. */
export interface Inbox<T> {
  /** The next message; `patience` in milliseconds. */
  next(patience: number): Promise<T | NoMessage>;
}

/** Reads a line as a queue, so that a conversation can be written from top to bottom. */
export function inboxOf<S extends v.GenericSchema>(
  wire: Pick<Wire, 'onMessage' | 'onClose'>,
  schema: S,
): Inbox<v.InferOutput<S>> {
  type T = v.InferOutput<S>;
  const queue: (T | NoMessage)[] = [];
  let ended: NoMessage | null = null;
  let waiting: ((message: T | NoMessage) => void) | null = null;
  const arrive = (message: T | NoMessage) => {
    const take = waiting;
    waiting = null;
    if (take) take(message);
    else queue.push(message);
  };
  wire.onMessage((raw) => {
    if (ended) return;
    const read = v.safeParse(schema, raw);
    if (!read.success) ended = 'malformed';
    arrive(read.success ? read.output : 'malformed');
  });
  wire.onClose(() => {
    ended ??= 'closed';
    arrive(ended);
  });
  return {
    next(patience) {
      const ready = queue.shift();
      if (ready !== undefined) return Promise.resolve(ready);
      if (ended) return Promise.resolve(ended);
      return new Promise((done) => {
        const late = setTimeout(() => {
          waiting = null;
          done('silent');
        }, patience);
        waiting = (message) => {
          clearTimeout(late);
          done(message);
        };
      });
    },
  };
}
