import type { WaveId } from '../model/ids.ts';
import type { Result } from '../model/result.ts';
import type {
  Inspection,
  InvitedReport,
  ListFault,
  ListKind,
  ListMapping,
  RenewalsReport,
  SamePeople,
} from '../waves/index.ts';
import type { SourceFile } from './files.ts';
import type { ImportWatch, Stopped, WorkerGone } from './importer.ts';
import type { WaveStoreFault } from './waves.ts';

/** How a list fits the survey it was joined with. */
export type ListOutcome =
  | { kind: 'people'; report: InvitedReport }
  | { kind: 'renewals'; report: RenewalsReport };

/** One list being looked at. It lives in the worker until closed. */
export interface OpenList {
  readonly kind: ListKind;
  readonly inspection: Inspection;
  /** How it would be read if nobody said otherwise. */
  readonly mapping: ListMapping;
  /** SHA-256 of the file's bytes, hex. */
  readonly fileHash: string;
  /**
   * Reads the whole list with a mapping and joins it with the first of the waves; companies are also looked for in the
   * others (the survey before). Stores nothing.
   */
  join(
    mapping: ListMapping,
    waves: readonly WaveId[],
    watch?: ImportWatch,
  ): Promise<Result<ListOutcome, ListFault | WaveStoreFault | Stopped | WorkerGone>>;
  /** Forgets the file. Every later call answers `workerGone`. */
  close(): void;
}

/** Reads lists and looks for people in several waves, off the main thread. One thing at a time. */
export interface ListReader {
  open(
    kind: ListKind,
    file: SourceFile,
    watch?: ImportWatch,
  ): Promise<Result<OpenList, ListFault | Stopped | WorkerGone>>;
  /** Who answered more than one of these waves, and who may be the same person under two names. */
  samePeople(
    waves: readonly WaveId[],
    watch?: ImportWatch,
  ): Promise<Result<SamePeople, WaveStoreFault | Stopped | WorkerGone>>;
}
