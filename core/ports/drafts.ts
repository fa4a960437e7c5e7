/**
 * The unfinished capture line of each interview on this device; it survives a kill like a saved note. When a line becomes
 * a note, empty the draft only after the document's `whenSaved`: a kill in between must leave one of the two.
 */
export interface DraftStore {
  /** Empty when there is none. */
  read(interview: string): Promise<string>;
  /**
   * Keeps the newest line; resolves true once it is on disk (strict durability), false when it could not be written.
   * Calls made while a write is under way are merged into one.
   */
  write(interview: string, line: string): Promise<boolean>;
  /**
   * For after a failed write, which is tried again: resolves once the newest line is on disk, at once when it is.
   * Never rejects; while the disk fails it stays pending.
   */
  whenKept(interview: string): Promise<void>;
}
