import '#core/browser/fonts.css';
import '#core/browser/theme.css';
import '#core/browser/components.css';
import './app/frame.css';
import { computed, signal } from '@preact/signals';
import { render } from 'preact';
import { App } from './app/App.tsx';
import type { Command, Deps } from './app/deps.ts';
import type { Frame, Notice } from './app/frame.ts';
import {
  cryptoChance,
  interimSession,
  memoryFacts,
  memoryLookup,
  memoryReplica,
  memoryWaves,
} from './app/interim.ts';
import { makeProgress } from './app/progress.ts';
import { makeRouter } from './app/router.ts';
import { fileSaver } from './app/saver.ts';
import { makeState } from './app/state.ts';

/** The composition root: builds every adapter and hands them in. Nobody else does. */
async function boot(): Promise<void> {
  const clock = { now: () => Date.now(), steady: () => performance.now() };
  const session = interimSession;
  const replica = memoryReplica();
  const waves = memoryWaves();
  const facts = memoryFacts();
  const sync = { state: { kind: 'alone' } as const, watch: () => () => {} };
  const remembered = { read: () => '', write: () => {} };
  const state = await makeState({ replica, waves, session, sync, remembered });
  const router = makeRouter();
  const notices = signal<readonly Notice[]>([]);
  const offered = signal<readonly Command[]>([]);
  let said = 0;
  const deps: Deps = {
    clock,
    chance: cryptoChance,
    session,
    replica,
    drafts: { read: async () => '', write: async () => true },
    waves,
    lookup: memoryLookup(),
    importer: { open: async () => ({ ok: false, why: { kind: 'workerGone', reason: 'not wired yet' } }) },
    facts,
    files: fileSaver,
    state,
    place: router.place,
    go: router.go,
    say(text, action) {
      said++;
      notices.value = [...notices.value.slice(-2), { id: said, text, ...(action && { action }) }];
    },
    offer(commands) {
      offered.value = [...commands, ...offered.value];
      return () => {
        offered.value = offered.value.filter((c) => !commands.includes(c));
      };
    },
  };
  const frame: Frame = {
    deps,
    router,
    progress: makeProgress(deps),
    notices,
    offered,
    invented: computed(() => (state.cycles.value.some((c) => c.sample) ? 'Quillon' : '')),
    removeInvented: async () => {},
    update: signal(null),
  };
  const root = document.getElementById('app');
  if (root) render(<App frame={frame} />, root);
}

void boot();
