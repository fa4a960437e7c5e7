import { docName } from '#core/model/docName.ts';
import { type CycleId, newId, parseId } from '#core/model/ids.ts';
import { type AnswerDays, cycleEntry, cycleHead, startOf } from '#core/sample/index.ts';
import type { Deps } from '#pwa/app/deps.ts';

/** Today as YYYY-MM-DD, UTC. */
export const todayOf = ({ clock }: Pick<Deps, 'clock'>): string =>
  new Date(clock.now()).toISOString().slice(0, 10);

/** The cycle of that name, or a new one that appears only once its wave is on disk. */
export function cycleNamed(
  { state, chance }: Pick<Deps, 'state' | 'chance'>,
  name: string,
): { id: CycleId; isNew: boolean } {
  const known = state.cycles
    .peek()
    .find((c) => !c.sample && c.name.trim().toLowerCase() === name.trim().toLowerCase());
  const id = known && parseId<'cycle'>(known.id);
  return id?.ok ? { id: id.value, isNew: false } : { id: newId<'cycle'>(chance), isNew: true };
}

/** Resolves once the cycle is on disk; should the device refuse, the top bar says so and the wave brings it back. */
export async function makeCycle(
  deps: Pick<Deps, 'session' | 'replica' | 'chance' | 'clock'>,
  id: CycleId,
  name: string,
  answers: AnswerDays,
): Promise<void> {
  const { workspace, member } = deps.session;
  const startsOn = startOf(name, answers, todayOf(deps));
  const seed = newId<'seed'>(deps.chance);
  const [own, list] = [docName(workspace, 'cycle', id), docName(workspace, 'workspace')];
  const held = await Promise.all([deps.replica.open(own), deps.replica.open(list)]);
  await deps.replica.apply(
    [
      cycleHead.put(own, 'head', { name, startsOn, seed, sample: false }),
      cycleEntry.put(list, id, { name, startsOn, sample: false }),
    ],
    { who: member, why: 'a survey came in' },
  );
  await Promise.all(held.map((doc) => doc.whenSaved()));
  for (const doc of held) doc.close();
}
