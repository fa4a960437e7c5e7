import { followCycleDoc } from '#core/browser/parts/followDoc.ts';
import {
  type StepId,
  type StepTick,
  stepIds,
  stepTick,
  type WeekEntry,
  weekEntry,
} from '#core/cycles/index.ts';
import type { DocName } from '#core/model/docName.ts';
import { recordIn, recordsIn } from '#core/model/record.ts';
import type { OpenDoc } from '#core/ports/replica.ts';
import { cycleHead, rosterEntry, selectionPlan } from '#core/sample/index.ts';
import {
  type CustomerFigures,
  customerFigures,
  figuresId,
  type InvitedFigures,
  invitedFigures,
  type RenewalFigures,
  renewalFigures,
} from '#core/waves/index.ts';
import type { QuarterNeeds } from './needs.ts';

/** What this screen reads of a cycle's document. */
export interface CycleParts {
  doc: DocName;
  /** Its own first day; empty where only the workspace's list has one. */
  startsOn: string;
  chosen: number;
  held: number;
  open: number;
  /** Segments chosen; null while the proposed ones stand. */
  segments: number | null;
  weeks: ReadonlyMap<number, WeekEntry>;
  ticks: ReadonlyMap<StepId, StepTick>;
  invited: InvitedFigures | null;
  customers: CustomerFigures | null;
  renewals: RenewalFigures | null;
}

/** Follows the document of the cycle on screen, whoever changes it; null until it is open. */
export function followCycle(deps: QuarterNeeds, into: { value: CycleParts | null }): () => void {
  return followCycleDoc(deps, into, partsOf);
}

function partsOf(doc: OpenDoc): CycleParts {
  const roster = recordsIn(doc, rosterEntry);
  const of = (...states: readonly string[]) => roster.filter(({ state }) => states.includes(state)).length;
  const weeks = recordsIn(doc, weekEntry).map((entry) => [Number(entry.id), entry] as const);
  const ticks = recordsIn(doc, stepTick).flatMap((tick) => {
    const id = stepIds.find((step) => step === tick.id);
    return id ? [[id, tick] as const] : [];
  });
  return {
    doc: doc.name,
    startsOn: recordIn(doc, cycleHead, 'head')?.startsOn ?? '',
    chosen: roster.length,
    held: of('held'),
    open: of('selected', 'invited', 'scheduled'),
    segments: recordIn(doc, selectionPlan, 'plan')?.segments?.length ?? null,
    weeks: new Map(weeks),
    ticks: new Map(ticks),
    invited: recordIn(doc, invitedFigures, figuresId),
    customers: recordIn(doc, customerFigures, figuresId),
    renewals: recordIn(doc, renewalFigures, figuresId),
  };
}
