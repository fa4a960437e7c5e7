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
import type { ScoredEntry } from '#core/sample/index.ts';

/** What a call begins with. */
export interface CallGuide {
  guide: GuideVersion;
  hypotheses: Question[];
}

/** The guide in its current version and the hypotheses of a cycle, for one person of its roster, as this device has them. */
export async function callGuide(
  { replica, session }: { replica: Pick<Replica, 'open'>; session: Pick<Session, 'workspace'> },
  cycle: CycleId,
  { band, segments, language }: Pick<ScoredEntry, 'band' | 'segments' | 'language'>,
): Promise<CallGuide> {
  const [round, guides] = await Promise.all([
    replica.open(docName(session.workspace, 'cycle', cycle)),
    replica.open(docName(session.workspace, 'guides')),
  ]);
  const guide = guideFor(language, round.read(guideChoice.collection), guides.read(guideRecord.collection));
  const all = recordsIn(round, hypothesisRecord);
  round.close();
  guides.close();
  return { guide, hypotheses: hypothesesFor(all, band, segments, guide.language) };
}
