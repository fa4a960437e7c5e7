import type { WaveId } from '#core/model/ids.ts';
import type { Result } from '#core/model/result.ts';
import type { Stopped } from '#core/ports/importer.ts';
import type { ListOutcome } from '#core/ports/lists.ts';
import type { WaveStoreFault } from '#core/ports/waves.ts';
import type { Inspection, ListFault, ListKind, ListMapping, SamePeople } from '#core/waves/index.ts';
import type { Report } from './importApi.ts';

export interface OpenedList {
  inspection: Inspection;
  mapping: ListMapping;
  fileHash: string;
}

/** What the worker of the lists answers; `listsClient.ts` makes the port `ListReader` of it. */
export interface ListsWorker {
  open(
    kind: ListKind,
    bytes: Uint8Array,
    name: string,
    report: Report,
  ): Promise<Result<OpenedList, ListFault | Stopped>>;
  join(
    mapping: ListMapping,
    waves: readonly WaveId[],
    report: Report,
  ): Promise<Result<ListOutcome, ListFault | WaveStoreFault | Stopped>>;
  samePeople(waves: readonly WaveId[], report: Report): Promise<Result<SamePeople, WaveStoreFault | Stopped>>;
  /** Ends the step under way at its next pause. */
  stop(): void;
}
