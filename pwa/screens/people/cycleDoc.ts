import { type CycleNeeds, followCycleDoc } from '#core/browser/parts/followDoc.ts';
import type { DocName } from '#core/model/docName.ts';
import { recordIn, recordsIn } from '#core/model/record.ts';
import type { OpenDoc } from '#core/ports/replica.ts';
import {
  cycleHead,
  type RosterEntry,
  rosterEntry,
  type SelectionPlan,
  selectionPlan,
} from '#core/sample/index.ts';

/** What this screen reads of a cycle's document. */
export interface CycleParts {
  doc: DocName;
  roster: readonly RosterEntry[];
  plan: SelectionPlan | null;
  /** Seed of the cycle; empty when it has none. */
  seed: string;
}

/** Follows the document of the cycle on screen, whoever changes it; null until it is open. */
export function followCycle(deps: CycleNeeds, into: { value: CycleParts | null }): () => void {
  return followCycleDoc(deps, into, partsOf);
}

function partsOf(doc: OpenDoc): CycleParts {
  return {
    doc: doc.name,
    roster: recordsIn(doc, rosterEntry),
    plan: recordIn(doc, selectionPlan, 'plan'),
    seed: recordIn(doc, cycleHead, 'head')?.seed ?? '',
  };
}
