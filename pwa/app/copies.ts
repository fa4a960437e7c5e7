import type { ReadonlySignal, Signal } from '@preact/signals';
import { CopyKeeper, canPickFolder, folderOf, pickFolder, recordsIn } from '#core/browser/copies/index.ts';
import { newId } from '#core/model/ids.ts';
import type { Copies } from '#core/ports/copies.ts';
import type { Adapters } from './adapters.ts';
import { copiesWords as words } from './copiesWords.ts';
import type { Place, Standing } from './deps.ts';

/** Keeps copies of the open workspace in the user's folder, where there is one, and says on every screen when it cannot. */
export async function openCopies(
  adapters: Adapters,
  place: ReadonlySignal<Place>,
  standing: Signal<Standing | null>,
): Promise<Copies> {
  const { session, db, replica, stored, clock, chance } = adapters;
  const name = `sounding-copies:${session.workspace}`;
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : null;
  const copies = await CopyKeeper.open({
    records: recordsIn(db),
    replica,
    watchWaves: (onChange) => stored.waves.watch(onChange),
    pick: canPickFolder() ? pickFolder : null,
    folderOf,
    async make() {
      const { openBackup } = await import('./openBackup.ts');
      const { bytes, leftOut } = await (await openBackup(adapters)).make(() => {});
      return { bytes, isWhole: leftOut === null };
    },
    newTag: () => newId(chance).slice(0, 4),
    clock,
    alone: (work) => aloneAs(name, work),
    onScreen: () => /^\/call\/([^/]+)/.exec(place.peek().path)?.[1] ?? '',
    tell: () => channel?.postMessage('copied'),
    heard(onChange) {
      channel?.addEventListener('message', onChange);
      return () => channel?.removeEventListener('message', onChange);
    },
  });
  const show = () => {
    standing.value = standingOf(copies);
  };
  copies.watch(show);
  show();
  return copies;
}

/** In one window of this browser at a time; without locks two may write, each a file of its own. */
async function aloneAs(name: string, work: () => Promise<void>): Promise<boolean> {
  const locks = 'locks' in navigator ? navigator.locks : null;
  if (!locks) {
    await work();
    return true;
  }
  return await locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
    return lock !== null;
  });
}

function standingOf(copies: Copies): Standing | null {
  const { state } = copies;
  if (state.kind !== 'on' || state.paused || !state.trouble) return null;
  const { trouble, folder } = state;
  return {
    text: words[trouble](folder),
    action: { name: trouble === 'leave' ? words.allow : words.again, run: () => void copies.copyNow() },
  };
}
