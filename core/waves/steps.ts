/** Bytes read so far, yielded every few thousand rows, so that a worker can report, pause or stop. */
export type Steps<T> = Generator<number, T, void>;
