import '#core/browser/fonts.css';
import '#core/browser/theme.css';
import '#core/browser/components.css';
import './app/frame.css';
import { computed, signal } from '@preact/signals';
import { render } from 'preact';
import { startOverlay } from '#core/browser/overlay/index.ts';
import { askToKeep, spaceNow } from '#core/browser/space.ts';
import { type Language, languageSpoken, speak } from '#core/model/language.ts';
import type { SourceFile } from '#core/ports/files.ts';
import type { Team } from '#core/ports/team.ts';
import { App } from './app/App.tsx';
import { type Adapters, makeAdapters } from './app/adapters.ts';
import type { AppState, Command, Deps, Tools } from './app/deps.ts';
import type { Frame, Notice } from './app/frame.ts';
import { presentOf } from './app/inventedMark.ts';
import { rememberedCycle, rememberedLanguage, rememberedTheme, rememberLanguage } from './app/preferences.ts';
import { makeProgress } from './app/progress.ts';
import { readWaves } from './app/readWaves.ts';
import { makeRouter } from './app/router.ts';
import { makeState } from './app/state.ts';
import { watchUpdates } from './app/updates.ts';

/** The composition root: builds every adapter and hands them in. Nobody else does. */
async function boot(): Promise<void> {
  await speakAsWished();
  const adapters = await makeAdapters();
  const { session } = adapters;
  // before anything can be opened and edited: the link must see it
  connect(adapters);
  const state = await makeState({ ...adapters, remembered: rememberedCycle(session.workspace) });
  const frame = makeFrame(adapters, state);
  const root = document.getElementById('app');
  if (root) render(<App frame={frame} />, root);
  void import('./app/print.css');
  void adapters.facts.repair();
  void adapters.stored.repair();
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

function connect({ replica, db, clock, session, sessions, sync, stored, presence }: Adapters): void {
  const { server, secret } = sessions.current;
  if (!server) return;
  const options = {
    url: `${server.replace(/\/$/, '')}/`,
    secret,
    workspace: session.workspace,
    replica,
    db,
    clock,
    presence,
    tab: crypto.randomUUID(),
  };
  void sync.connect(options, stored.shelf());
}

async function openTeam({ sessions, db, sync }: Adapters): Promise<Team> {
  const { makeTeam } = await import('#core/browser/sync/index.ts');
  return makeTeam({
    sessions,
    db,
    origin: `${location.origin}/`,
    restart: (path) => location.assign(path),
    tryNow: sync.hurry,
  });
}

function overlayOf({ session, db, waves, replica, clock }: Adapters) {
  const { workspace } = session;
  return startOverlay({ workspace, database: db, waves, replica, clock, origin: location.origin });
}

function makeFrame(adapters: Adapters, state: AppState): Frame {
  const router = makeRouter();
  const place = signal(router.place.peek());
  const notices = signal<readonly Notice[]>([]);
  const offered = signal<readonly Command[]>([]);
  let said = 0;
  const deps: Deps = {
    ...adapters,
    waves: readWaves(adapters.waves, adapters.replica, adapters.session),
    openTeam: () => openTeam(adapters),
    openBackup: async () => (await import('./app/openBackup.ts')).openBackup(adapters),
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
    offer(commands) {
      offered.value = [...commands, ...offered.value];
      return () => {
        offered.value = offered.value.filter((c) => !commands.includes(c));
      };
    },
  };
  return {
    deps,
    tools: makeTools(adapters, deps),
    router,
    place,
    progress: makeProgress(deps),
    notices,
    offered,
    update: watchUpdates(),
  };
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

void boot();
