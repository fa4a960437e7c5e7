import type { CycleId, WaveId } from '../model/ids.ts';
import type { Result } from '../model/result.ts';
import type { Metric } from '../waves/mapping.ts';
import type { BuiltWave, Person, RejectedRow, WaveColumns, WaveHead } from '../waves/wave.ts';

export type WaveStoreFault =
  | { kind: 'quota' }
  | { kind: 'unavailable'; reason: string }
  /** A stored part does not match its hash. */
  | { kind: 'damaged'; wave: WaveId; part: string };

/** The user stopped it; nothing was stored. */
export interface Stopped {
  kind: 'stopped';
}

/** How far storing is, and whether to stop; both asked between small pieces of work. */
export interface StoreWatch {
  onProgress?: (done: number, all: number) => void;
  isStopped?: () => boolean;
}

/** Imported waves on this device: immutable, each part a blob verified by its hash. */
export interface WaveStore {
  /** Newest first. */
  list(): Promise<WaveHead[]>;
  columns(id: WaveId): Promise<Result<WaveColumns, WaveStoreFault>>;
  /** The people of the given rows, in that order. Reads only the shards concerned. */
  people(id: WaveId, rows: readonly number[]): Promise<Result<Person[], WaveStoreFault>>;
  rejected(id: WaveId): Promise<RejectedRow[]>;
  /**
   * All or nothing: after a stop, a failure or a crash nothing of the wave is visible. Progress in rows. `stopped` comes
   * only when `watch` says so.
   */
  save(wave: BuiltWave, watch?: StoreWatch): Promise<Result<WaveHead, WaveStoreFault | Stopped>>;
  /** Undo of an import, or removal of the sample. */
  remove(id: WaveId): Promise<void>;
  /** Calls back when a wave appeared or went, in any tab. */
  watch(onChange: () => void): () => void;
}

/** What the overlay can say about one person without opening anything else. */
export interface CardFacts {
  key: string;
  name: string;
  email: string;
  accountName: string;
  score: number | null;
  /** What the score is: 0-10, or 1-5 where satisfaction was measured. */
  metric: Metric;
  answeredOn: string;
  comment: string;
  wave: WaveId;
  cycle: CycleId;
  cycleName: string;
  /** Dimension and value, e.g. ["Tier", "Enterprise"]. */
  segments: readonly (readonly [string, string])[];
}

/** Keyed-hash shards: one small read answers for a million people from a cold start. */
export interface Lookup {
  /** By exact normalised e-mail (trimmed, lower case). Null when nobody has it. */
  byEmail(email: string): Promise<CardFacts | null>;
  /**
   * Puts a wave's people in, replacing older facts about the same person. False when `watch` stopped it: then nothing of
   * the wave is left in it.
   */
  add(wave: BuiltWave, watch?: StoreWatch): Promise<boolean>;
  remove(wave: WaveId): Promise<void>;
}
