import '#core/browser/fonts.css';
import '#core/browser/theme.css';
import '#core/browser/components.css';
import './app/frame.css';
import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import { startOverlay } from '#core/browser/overlay/index.ts';
import { askToKeep, spaceNow } from '#core/browser/space.ts';
import { sayUnnoted } from '#core/browser/sync/unnoted.ts';
import { type Language, languageSpoken, speak } from '#core/model/language.ts';
import type { Copies } from '#core/ports/copies.ts';
import type { SourceFile } from '#core/ports/files.ts';
import { App } from './app/App.tsx';
import { type Adapters, makeAdapters } from './app/adapters.ts';
import { around } from './app/around.ts';
import { makeCounting } from './app/counting.ts';
import type { AppState, Deps, Standing, Tools } from './app/deps.ts';
import type { Frame, Notice } from './app/frame.ts';
import { presentOf } from './app/inventedMark.ts';
import { makeOffered } from './app/offered.ts';
import { rememberedCycle, rememberedLanguage, rememberedTheme, rememberLanguage } from './app/preferences.ts';
import type { Progress } from './app/progress.ts';
import { readWaves } from './app/readWaves.ts';
import { makeRouter } from './app/router.ts';
import { makeState } from './app/state.ts';
import { watchUpdates } from './app/updates.ts';

/** The composition root: builds every adapter and hands them in. Nobody else does. */
async function boot(): Promise<void> {
  await speakAsWished();
  const adapters = await makeAdapters();
  const { session, sessions, db } = adapters;
  // before anything can be opened and edited: the link must see it
  const unnoted = sessions.current.server ? void connect(adapters) : sayUnnoted(db.name);
  const state = await makeState({ ...adapters, remembered: rememberedCycle(session.workspace) });
  const { counting, report, end } = makeCounting();
  const frame = makeFrame(adapters, state, counting);
  const root = document.getElementById('app');
  if (root) render(<App frame={frame} />, root);
  void import('./app/print.css');
  keep(adapters, frame.deps, unnoted);
  void adapters.facts.repair(report).finally(end);
  void adapters.stored.repair();
}

/**
 * Once there is something to keep: copies of it and, in a tab without a server, an ear for the one that another tab may
 * find. Where they cannot be fetched, the settings say that no copies are written, and what is edited here is compared by
 * a later start.
 */
function keep(adapters: Adapters, { state, openCopies }: Deps, unnoted: (() => void) | undefined): void {
  let noted = unnoted;
  effect(() => {
    if (state.cycles.value.length === 0) return;
    openCopies?.().catch(() => {});
    if (noted) hearOfServer(adapters, noted).catch(() => {});
    noted = undefined;
  });
}

async function hearOfServer(adapters: Adapters, noted: () => void): Promise<void> {
  const { awaitServer } = await import('#core/browser/sync/alone.ts');
  await awaitServer(adapters, () => connect(adapters), noted);
}

/** Without a network and without its words here, English is spoken rather than nothing. */
async function speakAsWished(): Promise<void> {
  await speak(rememberedLanguage()).catch(() => speak('en'));
  document.documentElement.lang = languageSpoken() === 'en' ? 'en-GB' : languageSpoken();
}

async function chooseLanguage(language: Language): Promise<void> {
  const before = languageSpoken();
  try {
    await speak(language);
  } catch (fault) {
    await speak(before);
    throw fault;
  }
  rememberLanguage(language);
  location.reload();
}

const connect = (adapters: Adapters): Promise<void> =>
  adapters.sync.connect(async (early) => (await import('./app/linkUp.ts')).linkUp(adapters, early));

function overlayOf({ session, db, waves, replica, clock }: Adapters) {
  const { workspace } = session;
  return startOverlay({ workspace, database: db, waves, replica, clock, origin: location.origin });
}

function makeFrame(adapters: Adapters, state: AppState, counting: Frame['counting']): Frame {
  const router = makeRouter();
  const place = signal(router.place.peek());
  const notices = signal<readonly Notice[]>([]);
  const { offered, offer } = makeOffered();
  const standing = signal<Standing | null>(null);
  let copies: Promise<Copies> | null = null;
  let said = 0;
  const deps: Deps = {
    ...adapters,
    waves: readWaves(adapters.waves, adapters.replica, adapters.session),
    openTeam: async () => (await import('./app/openTeam.ts')).openTeam(adapters),
    openBackup: async () => (await import('./app/openBackup.ts')).openBackup(adapters),
    openCopies() {
      copies ??= import('./app/copies.ts').then((m) => m.openCopies(adapters, place, standing));
      return copies;
    },
    openRecordings: async () =>
      (await import('#core/browser/recordings/index.ts')).openRecordings(adapters.session.workspace),
    overlay: overlayOf(adapters),
    state,
    place,
    go: router.go,
    say(text, action) {
      said++;
      notices.value = [{ id: said, text, ...(action && { action }) }];
    },
    offer,
  };
  return {
    deps,
    tools: makeTools(adapters, deps),
    router,
    place,
    progress: progressOf(deps),
    notices,
    offered,
    counting,
    standing,
    update: watchUpdates(),
  };
}

/** Counted from when there is a rail to show it. */
function progressOf(deps: Deps): Frame['progress'] {
  const progress = signal<Progress>({});
  const wait = around.subscribe((parts) => {
    if (!parts) return;
    parts.makeProgress(deps).subscribe((now) => {
      progress.value = now;
    });
    queueMicrotask(() => wait());
  });
  return progress;
}

function makeTools(adapters: Adapters, deps: Deps): Tools {
  const { sessions } = adapters;
  const name = signal(sessions.session.memberName);
  return {
    inbox: signal<SourceFile | null>(null),
    company: {
      present: presentOf(deps.state),
      add: async (onProgress) => (await import('./app/inventCompany.ts')).inventCompany(deps, onProgress),
      remove: async () => (await import('./app/invented.ts')).removeInvented(deps),
    },
    theme: rememberedTheme(),
    language: { now: languageSpoken(), choose: chooseLanguage },
    device: { space: spaceNow, askToKeep },
    memberName: computed(() => name.value),
    async rename(to) {
      await sessions.setMemberName(to);
      name.value = sessions.session.memberName;
    },
  };
}

// a file that misses its place must not take the window with it
for (const kind of ['dragover', 'drop'] as const) addEventListener(kind, (event) => event.preventDefault());

boot().catch(async (fault) => (await import('./app/startFailed.tsx')).showStartFailed(fault));
