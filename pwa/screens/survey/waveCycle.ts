import { momentOf } from '#core/browser/parts/moment.ts';
import { docName } from '#core/model/docName.ts';
import { type CycleId, newId, parseId } from '#core/model/ids.ts';
import { type AnswerDays, cycleEntry, cycleHead, startOf } from '#core/sample/index.ts';
import type { WaveHead } from '#core/waves/index.ts';
import type { Deps } from '#pwa/app/deps.ts';

/** Today as YYYY-MM-DD, by this device's clock. */
export const todayOf = ({ clock }: Pick<Deps, 'clock'>): string => momentOf(clock.now()).day;

const plain = (name: string): string => name.trim().toLowerCase();

/** The survey that a cycle of that name holds already, the newest of several; null where there is none. */
export function heldBy({ state }: Pick<Deps, 'state'>, name: string): WaveHead | null {
  const ids = state.cycles.value
    .filter((c) => !c.sample && plain(c.name) === plain(name))
    .map(({ id }) => id as string);
  return state.waves.value.find(({ cycle }) => ids.includes(cycle)) ?? null;
}

/** The quarter of that name, or the first after it that holds no survey. */
export function freeQuarter(deps: Pick<Deps, 'state'>, name: string): string {
  const parts = /^Q([1-4]) (\d{4})$/.exec(name);
  if (!parts || !heldBy(deps, name)) return name;
  const [quarter, year] = [Number(parts[1]), Number(parts[2])];
  return freeQuarter(deps, quarter === 4 ? `Q1 ${year + 1}` : `Q${quarter + 1} ${year}`);
}

/** The cycle of that name, or a new one that appears only once its wave is on disk. */
export function cycleNamed(
  { state, chance }: Pick<Deps, 'state' | 'chance'>,
  name: string,
): { id: CycleId; isNew: boolean } {
  const known = state.cycles.peek().find((c) => !c.sample && plain(c.name) === plain(name));
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
