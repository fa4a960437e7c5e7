import type { ReadonlySignal } from '@preact/signals-core';
import type {
  Area,
  GuideChanges,
  GuideContent,
  GuideFamily,
  GuideFileFault,
  GuideProblem,
  GuideVersion,
  Hypothesis,
  QuestionEdit,
} from '#core/guide/index.ts';
import type { SaveState } from '#core/ports/replica.ts';
import type { Deps } from '#pwa/app/deps.ts';
import type { CycleModel } from './cycle.ts';
import type { FindingsNeeds } from './findings.ts';
import type { RespondentModel } from './respondent.ts';

export type GuideNeeds = FindingsNeeds & Pick<Deps, 'waves' | 'drafts' | 'chance' | 'clock' | 'files'>;

/** Where the screen stands. Moved by the model alone. */
export type GuideView =
  | { kind: 'loading' }
  | { kind: 'failed' }
  | {
      kind: 'ready';
      guides: readonly GuideFamily[];
      /** The guide on screen. */
      guide: GuideFamily;
      content: GuideContent;
      /** Against the version in use; null while nothing differs. */
      changes: GuideChanges | null;
      /** A version somebody saved after these unsaved edits began; null where none was. */
      meanwhile: GuideVersion | null;
      /** What keeps the edits from being saved; empty until somebody tried. */
      problems: readonly GuideProblem[];
      unreadable: number;
    };

export type ReadyView = Extract<GuideView, { kind: 'ready' }>;

/** How saving ended: refused (the problems are on screen), or the number of the version and where it stands. */
export type Saved =
  | { kind: 'refused' }
  | { kind: 'saved'; key: string; version: number; name: string; state: SaveState };

/** Why a file was not taken. `tooBig`: it was not even read. `unread`: the device did not give it. */
export type ImportFault =
  | GuideFileFault
  | { kind: 'unread' }
  | { kind: 'tooBig'; bytes: number; most: number };

export interface GuideModel {
  view: ReadonlySignal<GuideView>;
  respondent: RespondentModel;
  cycle: CycleModel;
  /** Hypotheses that could be tested and are not yet: findings of the survey first, then what is usual by kind of customer. */
  offered: ReadonlySignal<readonly Hypothesis[]>;
  /** Question whose form is open; empty for none. */
  open: ReadonlySignal<string>;
  canUndo: ReadonlySignal<boolean>;
  canRedo: ReadonlySignal<boolean>;
  /** Unsaved edits are on this disk. */
  kept: ReadonlySignal<boolean>;
  /** Other unsaved edits of this guide on this device; `left`: those that no window has open. */
  others: ReadonlySignal<{ left: number; open: number }>;
  show(family: string): Promise<void>;
  /** Goes on with unsaved edits that no window has open; those on screen are left in their place. */
  takeLeft(): Promise<void>;
  /** Looks again what other windows are at. */
  look(): Promise<void>;
  /** The window goes away, perhaps to come back at once: unsaved edits are put where a reload finds them. */
  park(): void;
  openQuestion(id: string): void;
  changeHead(edit: Partial<Omit<GuideContent, 'questions'>>): void;
  add(area: Area): void;
  change(id: string, edit: QuestionEdit): void;
  move(id: string, by: -1 | 1): void;
  remove(id: string): void;
  undo(): void;
  redo(): void;
  /** Makes an earlier version what is edited, to be saved as a new one. */
  bringBack(version: GuideVersion): void;
  throwAway(): void;
  save(): Promise<Saved>;
  /** A new guide that begins as a copy of the one on screen. */
  copy(name: string): Promise<Saved>;
  exportFile(): void;
  importFile(file: Pick<File, 'size' | 'text'>): Promise<Saved | ImportFault>;
  dispose(): void;
}
