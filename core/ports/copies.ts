import type { CopyFile } from '../exchange/index.ts';
import type { Result } from '../model/result.ts';

/**
 * Why no copy was written. `leave`: the browser wants the user's leave again, `gone`: the folder is not there any more,
 * `full`: no room where it lies, `partial`: one was, beside the others, that lacks what could not be read.
 */
export type CopyTrouble = 'leave' | 'gone' | 'full' | 'failed' | 'partial';

/** The folder's copies as this window knows them. */
export interface CopyFolderState {
  kind: 'on';
  /** The folder's own name, without where it lies: browsers do not say. */
  folder: string;
  paused: boolean;
  copying: boolean;
  /** The last complete copy, milliseconds since 1970 UTC; null before the first. */
  lastAt: number | null;
  trouble: CopyTrouble | null;
  /** The day (YYYY-MM-DD) of an earlier, much fuller copy, which is kept; empty for none. */
  fuller: string;
}

/** Where copies stand. `unsupported`: this browser lets no page write to a folder. Moved by the keeper alone. */
export type CopyState = { kind: 'unsupported' } | { kind: 'off' } | CopyFolderState;

/** Copies of the open workspace in a folder of the user's, outside of what the browser may throw away. */
export interface Copies {
  readonly state: CopyState;
  watch(onChange: () => void): () => void;
  /** Asks for a folder and writes the first copy. Only from a click; false when the user chose none. */
  choose(): Promise<boolean>;
  /** Asks for leave again where it is wanting, and writes a copy. Only from a click. */
  copyNow(): Promise<void>;
  pause(on: boolean): Promise<void>;
  /** No more copies; those that are there stay. */
  stop(): Promise<void>;
}

/** A folder of the user's. */
export interface CopyFolder {
  readonly name: string;
  /** It may be written to without asking. */
  isOpen(): Promise<boolean>;
  /** Asks the user whether it may be; only from a click. */
  ask(): Promise<boolean>;
  files(): Promise<Result<CopyFile[], CopyTrouble>>;
  /** Writes the whole file or nothing: one that is cut off leaves what was there. */
  write(name: string, bytes: Uint8Array): Promise<Result<null, CopyTrouble>>;
  /** What cannot be removed stays. */
  remove(name: string): Promise<void>;
}
