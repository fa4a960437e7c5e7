import { batch, effect, signal } from '@preact/signals';
import { docName } from '#core/model/docName.ts';
import type { OpenDoc } from '#core/ports/replica.ts';
import type { SyncLink } from '#core/ports/sync.ts';
import { type CycleEntry, cycleEntry, withCyclesOfWaves } from '#core/sample/index.ts';
import type { WaveHead } from '#core/waves/index.ts';
import type { AppState, Deps } from './deps.ts';

type Needs = Pick<Deps, 'replica' | 'waves' | 'session'> & {
  sync: SyncLink;
  remembered: Remembered;
  /** Told when the surveys cannot be listed: those known so far stay on screen. */
  tell(trouble: { kind: 'surveys' }): void;
};

/** What this browser remembers about the window, beside the work itself: the cycle last on screen. */
export interface Remembered {
  read(): string;
  write(cycle: string): void;
}

/** Newest first: by the day it starts, then by id so that the order never wavers. */
const newestFirst = (a: CycleEntry, b: CycleEntry) =>
  b.startsOn.localeCompare(a.startsOn) || b.id.localeCompare(a.id);

/**
 * The shared signals and the watches that move them. Resolves once cycles and waves are known, so that the first
 * paint is the right one.
 */
export async function makeState(needs: Needs): Promise<AppState> {
  const { replica, waves, session, sync, remembered, tell } = needs;
  const state: AppState = {
    cycles: signal([]),
    cycle: signal(remembered.read()),
    waves: signal([]),
    save: signal(replica.save),
    sync: signal(sync.state),
  };
  replica.watchSave((s) => {
    state.save.value = s;
  });
  sync.watch((s) => {
    state.sync.value = s;
  });
  const workspace = await replica.open(docName(session.workspace, 'workspace'));
  const listed = () =>
    waves.list().catch(() => {
      tell({ kind: 'surveys' });
      return state.waves.peek();
    });
  // An import under way has its wave on disk before its cycle: only what an earlier start left behind is made whole.
  const leftBehind = new Set((await listed()).map(({ id }) => id));
  // both at once: the cycle on screen may be one that only a wave knows of
  const show = (list: readonly WaveHead[]) =>
    batch(() => {
      state.waves.value = list;
      state.cycles.value = withCyclesOfWaves(
        entriesIn(workspace),
        list.filter(({ id }) => leftBehind.has(id)),
      ).sort(newestFirst);
      choose(state);
    });
  const readWaves = async () => show(await listed());
  waves.watch(() => void readWaves());
  await readWaves();
  workspace.watch(() => show(state.waves.peek()));
  effect(() => remembered.write(state.cycle.value));
  return state;
}

function entriesIn(workspace: OpenDoc): CycleEntry[] {
  return [...workspace.read(cycleEntry.collection)].flatMap(([id, fields]) => {
    const entry = cycleEntry.parse(id, fields);
    return entry.ok ? [entry.value] : [];
  });
}

/** The cycle on screen stays while it exists; otherwise the newest takes its place. */
function choose(state: AppState): void {
  const cycles = state.cycles.peek();
  if (cycles.some((c) => c.id === state.cycle.peek())) return;
  state.cycle.value = cycles[0]?.id ?? '';
}
