import type { WaveId } from '../model/ids.ts';
import type { Result } from '../model/result.ts';
import type { WaveStoreFault } from './waves.ts';

/** How the people of two waves were matched, and where those stand who answered both. Plain counts: names stay put. */
export interface SamePeopleFound {
  /** By score before and now, 0 to 10 each: `scores[11 * before + now]` people; 121 long. */
  scores: readonly number[];
  byId: number;
  byEmail: number;
  /** Neither: somebody said that the two are one person. */
  bySaid: number;
  /** People who stand at several rows of one wave, left out. */
  ambiguous: number;
  /** One e-mail under two ids, left out. */
  conflicting: number;
}

/** Finds the people two waves have in common: by id, then by e-mail, then as the team said. Away from the page's thread. */
export interface SamePeople {
  /** Null where one of the waves names nobody by id or e-mail. Fails as reading a wave does, and where the worker ended. */
  find(before: WaveId, now: WaveId): Promise<Result<SamePeopleFound | null, WaveStoreFault>>;
}
