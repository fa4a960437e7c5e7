import type { Change } from '../model/change.ts';
import type { DocName } from '../model/docName.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { type CycleEntry, cycleEntry, cycleHead } from '../sample/index.ts';
import { dayNumberOf } from './days.ts';
import { stepTick, weekEntry } from './records.ts';
import type { StepId } from './weeks.ts';

/** Somebody calls a step done. */
export function tickStep(
  cycle: DocName,
  step: StepId,
  who: { id: string; name: string; at: number },
): Change[] {
  return [stepTick.put(cycle, step, { at: who.at, by: who.id, byName: who.name })];
}

/** A step called done by hand is open again. */
export function untickStep(cycle: DocName, step: StepId): Change[] {
  return [stepTick.remove(cycle, step)];
}

/**
 * Names who answers for a week, or writes its note; what is not given stays. An empty owner gives it back to the role. Two
 * who write the note at once, on different devices, merge.
 */
export function writeWeek(cycle: DocName, week: number, entry: { owner?: string; note?: string }): Change[] {
  const { owner, note } = entry;
  const [id, { collection }] = [String(week), weekEntry];
  return [
    weekEntry.put(cycle, id, owner === undefined ? {} : { owner }),
    ...(note === undefined
      ? []
      : [{ kind: 'editText' as const, doc: cycle, collection, id, field: 'note', text: note }]),
  ];
}

/** Why a cycle cannot begin on a day. */
export type StartRefusal =
  | { kind: 'noDay'; text: string }
  /** Another cycle began there or lies between: the order of cycles says which survey is compared with which. */
  | { kind: 'outOfOrder'; other: CycleEntry };

/**
 * Moves the first day of a cycle, in its own document and in the workspace's list. `cycles` are all of the workspace,
 * newest first; a move may not change their order. `docs`: the cycle's document and the workspace's.
 */
export function moveStart(
  docs: { cycle: DocName; workspace: DocName },
  entry: CycleEntry,
  cycles: readonly CycleEntry[],
  startsOn: string,
): Result<Change[], StartRefusal> {
  if (dayNumberOf(startsOn) === null) return fail({ kind: 'noDay', text: startsOn });
  const at = cycles.findIndex(({ id }) => id === entry.id);
  const [newer, older] = [cycles[at - 1], cycles[at + 1]];
  if (newer && startsOn >= newer.startsOn) return fail({ kind: 'outOfOrder', other: newer });
  if (older && startsOn <= older.startsOn) return fail({ kind: 'outOfOrder', other: older });
  const { name, sample } = entry;
  return ok([
    cycleHead.put(docs.cycle, 'head', { name, startsOn }),
    cycleEntry.put(docs.workspace, entry.id, { name, startsOn, sample }),
  ]);
}
