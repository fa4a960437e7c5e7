import type { WaveId } from '#core/model/ids.ts';
import type { Result } from '#core/model/result.ts';
import type { WaveStoreFault } from '#core/ports/waves.ts';
import type { CrossMap, CrossRefusal, MapAndFindings, SegmentEdits } from '#core/segments/index.ts';

/** Which waves are counted and how their dimensions are read. */
export interface CountRequest {
  now: WaveId;
  /** What they are compared with, or null. */
  earlier: WaveId | null;
  edits: SegmentEdits;
}

/** A wave that cannot be read takes the comparison away, not the map: `compared` says whether it was read. */
export type Counts<T> = T & { compared: boolean };

/** Counts segments away from the page: what comes back is small, whatever the wave. */
export interface SegmentCounter {
  map(request: CountRequest): Promise<Result<Counts<MapAndFindings>, WaveStoreFault>>;
  cross(
    request: CountRequest,
    names: readonly [rows: string, columns: string],
  ): Promise<Result<Counts<{ cross: CrossMap }>, WaveStoreFault | CrossRefusal>>;
}
