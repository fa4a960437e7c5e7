import type { CycleId, WaveId } from '../model/ids.ts';
import type { Result } from '../model/result.ts';
import type { ContactsFault, ImportFault } from '../waves/faults.ts';
import type { Inspection } from '../waves/inspection.ts';
import type { Mapping } from '../waves/mapping.ts';
import type { BuildNote, JoinReport } from '../waves/outcome.ts';
import type { RejectedRow, WaveHead } from '../waves/wave.ts';
import type { SourceFile } from './files.ts';
import type { Stopped, WaveStoreFault } from './waves.ts';

export type { Stopped } from './waves.ts';

/** How far a step is. `all` is 0 while unknown; both in the unit named. */
export interface ImportProgress {
  step: 'reading' | 'recognising' | 'building' | 'joining' | 'saving' | 'lookup';
  unit: 'bytes' | 'rows' | 'people';
  done: number;
  all: number;
}

/** What a step may be watched and stopped with. An `AbortSignal` fits `stop`. */
export interface ImportWatch {
  onProgress?: (progress: ImportProgress) => void;
  stop?: { readonly aborted: boolean; addEventListener(type: 'abort', listener: () => void): void };
}

/** The worker ended unexpectedly (memory, a bug); nothing was stored. */
export interface WorkerGone {
  kind: 'workerGone';
  reason: string;
}

/** What a mapping would make of the file, before anything is stored. */
export interface WaveCheck {
  /** Rows of the file: answers, non-responses, rejected, left out and superseded rows together. */
  rows: number;
  answers: number;
  nonResponses: number;
  rejected: number;
  /** Rows that a row filter left out. */
  leftOut: number;
  /** Answers that do not count since the same person's other answer does. */
  superseded: number;
  /** The first rejected rows, at most 200; the saved wave keeps all of them. */
  rejectedRows: readonly RejectedRow[];
  /** Answers per score, 11 long whatever is measured. */
  histogram: readonly number[];
  firstDay: string;
  lastDay: string;
  /** Responses whose person is known by more than a number; those with an e-mail; those with an e-mail or phone. */
  named: number;
  withEmail: number;
  reachable: number;
  /** Different accounts. */
  accounts: number;
  dimensions: readonly { name: string; values: number }[];
  ratings: readonly { name: string; answers: number }[];
  notes: readonly BuildNote[];
  /** How the contacts file fits, when one was added. */
  join: JoinReport | null;
}

/** What is to be saved: a mapping of the open file, and the cycle the wave belongs to. */
export interface SaveRequest {
  mapping: Mapping;
  cycle: CycleId;
  /** As shown ("Q4 2026"). */
  cycleName: string;
}

/** What came of saving. */
export interface SaveOutcome {
  /** `already`: the very same file with the same mapping and contacts had been imported; nothing changed. */
  kind: 'saved' | 'already';
  head: WaveHead;
  join: JoinReport | null;
  notes: readonly BuildNote[];
}

/** One survey file being looked at. It lives in the worker until closed. */
export interface OpenImport {
  readonly inspection: Inspection;
  /** Waves made from the very same bytes before, whatever the mapping; newest first. */
  readonly earlier: readonly WaveHead[];
  /** Reads the whole file with a mapping and says what would come of it. Stores nothing. */
  check(
    mapping: Mapping,
    watch?: ImportWatch,
  ): Promise<Result<WaveCheck, ImportFault | ContactsFault | Stopped | WorkerGone>>;
  /**
   * Looks at another sheet of the workbook, by its name: what each of its columns seems to be. Its mapping names the
   * sheet, so that `check` and `save` read it.
   */
  sheet(name: string, watch?: ImportWatch): Promise<Result<Inspection, ImportFault | Stopped | WorkerGone>>;
  /** The values of each dimension of a stored wave, as they stand in it; empty where it cannot be read. */
  valuesIn(wave: WaveId): Promise<ReadonlyMap<string, readonly string[]>>;
  /**
   * Sets the contacts and accounts file of this import (replacing an earlier one) and says what each of its columns
   * seems to be. How it joins is told by `check` and `save`.
   */
  addContacts(
    file: SourceFile,
    watch?: ImportWatch,
  ): Promise<Result<Inspection, ContactsFault | Stopped | WorkerGone>>;
  /** States what the columns of the contacts file mean, where the recognised mapping is wrong. */
  mapContacts(mapping: Mapping): Promise<Result<Mapping, ContactsFault | WorkerGone>>;
  dropContacts(): Promise<void>;
  /** Reads, joins and stores, all or nothing, then brings the lookup up to date. */
  save(
    request: SaveRequest,
    watch?: ImportWatch,
  ): Promise<Result<SaveOutcome, ImportFault | ContactsFault | WaveStoreFault | Stopped | WorkerGone>>;
  /** Forgets the file. Every later call answers `workerGone`. */
  close(): void;
}

/** Turns survey files into waves, off the main thread. One file at a time: opening another closes the first. */
export interface Importer {
  /** Reads a file and says what its columns seem to be. Stores nothing. */
  open(
    file: SourceFile,
    watch?: ImportWatch,
  ): Promise<Result<OpenImport, ImportFault | Stopped | WorkerGone>>;
}
