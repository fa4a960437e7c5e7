import { stepTick, weekEntry } from '#core/cycles/index.ts';
import { docName } from '#core/model/docName.ts';
import { parseId } from '#core/model/ids.ts';
import { cycleEntry, interviewEntry, rosterEntry } from '#core/sample/index.ts';
import type { WaveHead } from '#core/waves/index.ts';
import type { Deps } from '#pwa/app/deps.ts';

/**
 * Takes an import back: the wave and its place in the lookup go. Its cycle goes too, but only when nothing else rests on
 * it: another wave, somebody chosen, an interview held, something written into its calendar.
 */
export async function undoImport(deps: Deps, head: WaveHead): Promise<void> {
  const { waves, lookup, state, replica, session } = deps;
  await lookup.remove(head.id);
  await waves.remove(head.id);
  const cycle = parseId<'cycle'>(head.cycle);
  if (!cycle.ok || (await waves.list()).some((w) => w.cycle === head.cycle)) return;
  const name = docName(session.workspace, 'cycle', cycle.value);
  const doc = await replica.open(name);
  const isBare = [rosterEntry, interviewEntry, stepTick, weekEntry].every(
    ({ collection }) => doc.read(collection).size === 0,
  );
  doc.close();
  if (!isBare) return;
  const entry = cycleEntry.remove(docName(session.workspace, 'workspace'), head.cycle);
  await replica.apply([entry], { who: session.member, why: 'an import was undone' });
  await replica.forget(name);
  if (state.cycle.peek() === head.cycle) state.cycle.value = state.cycles.peek()[0]?.id ?? '';
}
