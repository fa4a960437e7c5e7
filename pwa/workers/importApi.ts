import type { WaveId } from '#core/model/ids.ts';
import type { Result } from '#core/model/result.ts';
import type { ImportProgress, SaveOutcome, SaveRequest, Stopped, WaveCheck } from '#core/ports/importer.ts';
import type { WaveStoreFault } from '#core/ports/waves.ts';
import type { ContactsFault, ImportFault, Inspection, Mapping, WaveHead } from '#core/waves/index.ts';

export type Report = (progress: ImportProgress) => void;

export interface Opened {
  inspection: Inspection;
  earlier: WaveHead[];
}

/** A file's bytes, or the browser's own file, which is read in the worker: the page never holds it. */
export type Source = Uint8Array | { arrayBuffer(): Promise<ArrayBuffer> };

/** What the worker answers; `importClient.ts` makes the port `Importer` of it. One file at a time. */
export interface ImportWorker {
  open(source: Source, name: string, report: Report): Promise<Result<Opened, ImportFault | Stopped>>;
  /** Looks at another sheet of the workbook that is open. */
  sheet(name: string, report: Report): Promise<Result<Inspection, ImportFault | Stopped>>;
  /** The values of each dimension of a stored wave; empty where it cannot be read. */
  valuesIn(wave: WaveId): Promise<ReadonlyMap<string, readonly string[]>>;
  check(mapping: Mapping, report: Report): Promise<Result<WaveCheck, ImportFault | ContactsFault | Stopped>>;
  addContacts(
    source: Source,
    name: string,
    report: Report,
  ): Promise<Result<Inspection, ContactsFault | Stopped>>;
  mapContacts(mapping: Mapping): Result<Mapping, ContactsFault>;
  dropContacts(): void;
  save(
    request: SaveRequest,
    report: Report,
  ): Promise<Result<SaveOutcome, ImportFault | ContactsFault | WaveStoreFault | Stopped>>;
  /** Ends the step under way at its next pause. */
  stop(): void;
}
