import { recordIn, recordsIn, type Stored } from '#core/model/record.ts';
import { type Fills, fillsOf, rosterEntry, selectionPlan } from '#core/sample/index.ts';

/** What the interview with a person does for the plan of its cycle; null while nobody has made one, or they are not in it. */
export function fillsIn(cycle: Stored, person: string): Fills | null {
  const quotas = recordIn(cycle, selectionPlan, 'plan')?.quotas;
  const entry = recordIn(cycle, rosterEntry, person);
  return quotas && entry ? fillsOf(quotas, recordsIn(cycle, rosterEntry), entry) : null;
}
