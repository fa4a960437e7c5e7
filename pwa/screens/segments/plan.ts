import { type CycleNeeds, followCycleDoc } from '#core/browser/parts/followDoc.ts';
import { recordIn } from '#core/model/record.ts';
import { type SelectionPlan, selectionPlan } from '#core/sample/index.ts';

/** Follows the selection of the cycle on screen, in whichever tab or on whichever device it is changed. */
export function followPlan(deps: CycleNeeds, plan: { value: SelectionPlan | null }): () => void {
  return followCycleDoc(deps, plan, (doc) => recordIn(doc, selectionPlan, 'plan'));
}
