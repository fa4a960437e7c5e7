import {
  type GuideVersion,
  guideChoice,
  guideFor,
  guideRecord,
  hypothesesFor,
  hypothesisRecord,
  type Question,
} from '#core/guide/index.ts';
import { docName } from '#core/model/docName.ts';
import type { CycleId } from '#core/model/ids.ts';
import { recordsIn } from '#core/model/record.ts';
import type { Replica } from '#core/ports/replica.ts';
import type { Session } from '#core/ports/session.ts';
import type { WaveStore } from '#core/ports/waves.ts';
import { asReadNow, type ScoredEntry } from '#core/sample/index.ts';
import { waveColumnsOf } from './waveColumns.ts';

/** What a call begins with. */
export interface CallGuide {
  /** The person, with their segments as they are named now. */
  entry: ScoredEntry;
  guide: GuideVersion;
  hypotheses: Question[];
}

/**
 * The guide in its current version and the hypotheses of a cycle, for one person of its roster, as this device has them.
 * Segments that were renamed or merged since the draw count by their present names, where the wave can be read.
 */
export async function callGuide(
  deps: {
    replica: Pick<Replica, 'open'>;
    session: Pick<Session, 'workspace'>;
    waves: Pick<WaveStore, 'columns'>;
  },
  cycle: CycleId,
  drawn: ScoredEntry,
): Promise<CallGuide> {
  const { replica, session } = deps;
  const [columns, round, guides] = await Promise.all([
    waveColumnsOf(deps, drawn),
    replica.open(docName(session.workspace, 'cycle', cycle)),
    replica.open(docName(session.workspace, 'guides')),
  ]);
  const entry = columns ? asReadNow(drawn, { id: drawn.wave, columns }) : drawn;
  const guide = guideFor(
    entry.language,
    round.read(guideChoice.collection),
    guides.read(guideRecord.collection),
  );
  const all = recordsIn(round, hypothesisRecord);
  round.close();
  guides.close();
  return { entry, guide, hypotheses: hypothesesFor(all, entry, guide.language) };
}
