import type { ReadonlySignal, Signal } from '@preact/signals-core';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Chance } from '#core/model/chance.ts';
import type { Language } from '#core/model/language.ts';
import type { Result } from '#core/model/result.ts';
import type { BackupDesk } from '#core/ports/backup.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Copies } from '#core/ports/copies.ts';
import type { DraftStore } from '#core/ports/drafts.ts';
import type { FactsStore } from '#core/ports/facts.ts';
import type { FileSaver, SourceFile } from '#core/ports/files.ts';
import type { Importer } from '#core/ports/importer.ts';
import type { ListReader } from '#core/ports/lists.ts';
import type { OverlayLink } from '#core/ports/overlay.ts';
import type { PresenceLink } from '#core/ports/presence.ts';
import type { Recordings } from '#core/ports/recordings.ts';
import type { Replica, SaveState } from '#core/ports/replica.ts';
import type { SamePeople } from '#core/ports/samePeople.ts';
import type { Session } from '#core/ports/session.ts';
import type { Space } from '#core/ports/space.ts';
import type { ThemeSuggester } from '#core/ports/suggest.ts';
import type { SyncState } from '#core/ports/sync.ts';
import type { Team } from '#core/ports/team.ts';
import type { Lookup, WaveStore } from '#core/ports/waves.ts';
import type { CycleEntry } from '#core/sample/index.ts';
import type { WaveHead } from '#core/waves/index.ts';
import type { SegmentCounter } from '#pwa/workers/countApi.ts';

/** Everything a screen's model may use. Built once in boot.ts; tests hand in their own. */
export interface Deps {
  clock: Clock;
  /** Unpredictable; for ids. Draws use a seeded one. */
  chance: Chance;
  session: Session;
  replica: Replica;
  drafts: DraftStore;
  /** As screens read them: with the team's edits of segments; `readWaves` of pwa/app/readWaves.ts. */
  waves: WaveStore;
  lookup: Lookup;
  /** Counts segments in a worker; `makeCounter` of pwa/workers/countClient.ts. */
  counter: SegmentCounter;
  /** Survey and contacts files into waves; `makeImporter` of pwa/workers/importClient.ts. */
  importer: Importer;
  /** Who was invited, who renewed or left; `makeListReader` of pwa/workers/listsClient.ts. */
  lists: ListReader;
  /** Who answered two waves; absent where nothing was wired for it. `makeSamePeople` of pwa/workers/samePeopleClient.ts. */
  samePeople?: SamePeople;
  facts: FactsStore;
  /** Themes for what is typed; absent where nothing was wired for it. `makeSuggester` of pwa/workers/suggestClient.ts. */
  suggester?: ThemeSuggester;
  files: FileSaver;
  /** Who else is in a document; absent where nothing was wired for it. `makeSyncSwitch` of pwa/app/syncSwitch.ts. */
  presence?: PresenceLink;
  /** Small things of this window; `windowMemory` of pwa/app/preferences.ts. */
  memory: WindowMemory;
  /** The browser extension; absent where nothing was wired for it. `startOverlay` of core/browser/overlay/index.ts. */
  overlay?: OverlayLink;
  /**
   * Sharing and joining, loaded when asked for; absent where nothing was wired for it. `makeTeam` of
   * core/browser/sync/index.ts, with `{ sessions, db, origin: location.origin + '/', restart: location.assign,
   * tryNow: the link's hurry }`.
   */
  openTeam?(): Promise<Team>;
  /** Backup out and in, loaded when asked for: it brings the zip code along. `makeBackupDesk` of core/browser/backup/. */
  openBackup?(): Promise<BackupDesk>;
  /** Copies in a folder of the user's; fetched after the first paint. `openCopies` of pwa/app/copies.ts. */
  openCopies?(): Promise<Copies>;
  /** The sound of calls and the microphone, loaded when a call is opened. `openRecordings` of core/browser/recordings/. */
  openRecordings?(): Promise<Recordings>;
  /** What is wrong on this device and stays so; absent where nothing was wired for it. `makeTroubles` of pwa/app/troubles.ts. */
  troubles?: ReadonlySignal<readonly Standing[]>;
  state: AppState;
  /** Where the app is. Links are plain `<a href="/people">`: the router takes them. */
  place: ReadonlySignal<Place>;
  /** Moves to another screen, e.g. "/people". `replace` leaves no step for the back button. */
  go(href: string, how?: 'replace'): void;
  /** Says in one quiet line at the bottom what happened, with at most one action ("Undo"). Read out by screen readers. */
  say(text: string, action?: Command): void;
  /** Adds commands to Ctrl/Cmd K while a screen is up; call the answer to take them away again. */
  offer(commands: readonly Command[]): () => void;
}

/** Remembers how somebody last looked at something, by key, in this browser alone. Empty where nothing was kept. */
export interface WindowMemory {
  read(key: string): string;
  write(key: string, text: string): void;
}

/** The address, taken apart. */
export interface Place {
  /** "/call/abc", without query and hash. */
  path: string;
  /** Named parts of the route: `/call/:id` gives `{ id: 'abc' }`. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
}

/** Something the user can do by name. */
export interface Command {
  /** Sentence case, named by its result: "Choose people to call". */
  name: string;
  /** Shown beside the name, e.g. "Ctrl Enter". */
  keys?: string;
  run(): void;
}

/** A quiet line that stays while it is true, and what can be done about it. */
export interface Standing {
  text: string;
  action: Command;
}

/** What the whole app shares, as signals. Moved by pwa/app/state.ts alone. */
export interface AppState {
  /** Cycles of the workspace, newest first. */
  cycles: Signal<readonly CycleEntry[]>;
  /** Id of the cycle on screen; empty before the first wave. */
  cycle: Signal<string>;
  /** Imported waves, newest first. */
  waves: Signal<readonly WaveHead[]>;
  save: Signal<SaveState>;
  sync: Signal<SyncState>;
}

export const DepsContext = createContext<Deps | null>(null);

export function useDeps(): Deps {
  const deps = useContext(DepsContext);
  if (!deps) throw new Error('no Deps: the screen is outside the app');
  return deps;
}

export const themes = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themes)[number];

/** What only the start, survey and settings screens use. */
export interface Tools {
  /** A file dropped, picked or pasted elsewhere, on its way to the survey screen, which takes it out. */
  inbox: Signal<SourceFile | null>;
  company: InventedCompany;
  theme: Signal<ThemeChoice>;
  language: Spoken;
  device: Device;
  /** The name shown beside this member's notes. */
  memberName: ReadonlySignal<string>;
  rename(name: string): Promise<void>;
}

/** The sample programme. Everything it holds is marked and goes in one step. */
export interface InventedCompany {
  /** Its name while the workspace holds it, else empty. */
  present: ReadonlySignal<string>;
  /** Builds and stores it. `done` of `all` parts. Answers with a sentence when the device refused. */
  add(onProgress: (done: number, all: number) => void): Promise<Result<null, string>>;
  remove(): Promise<void>;
}

/** The language of the interface. */
export interface Spoken {
  now: Language;
  /** Fetches its words, remembers it and starts the window again in it. Rejects, and changes nothing, where they cannot be fetched. */
  choose(language: Language): Promise<void>;
}

/** What the browser says about keeping data, and the way to ask it to. */
export interface Device {
  space(): Promise<Space>;
  askToKeep(): Promise<Space>;
}

export const ToolsContext = createContext<Tools | null>(null);

export function useTools(): Tools {
  const tools = useContext(ToolsContext);
  if (!tools) throw new Error('no Tools: the screen is outside the app');
  return tools;
}
