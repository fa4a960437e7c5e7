import type { WaveId } from '#core/model/ids.ts';
import type { Result } from '#core/model/result.ts';
import type { SamePeopleFound } from '#core/ports/samePeople.ts';
import type { WaveStoreFault } from '#core/ports/waves.ts';
import type { SaidSame } from '#core/waves/index.ts';

/** What the worker answers; `samePeopleClient.ts` makes the port `SamePeople` of it. */
export interface SamePeopleWorker {
  find(before: WaveId, now: WaveId, said: SaidSame): Promise<Result<SamePeopleFound | null, WaveStoreFault>>;
}
