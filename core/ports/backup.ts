import type { BackupFault } from '../exchange/index.ts';
import type { WorkspaceId } from '../model/ids.ts';
import type { Result } from '../model/result.ts';
import type { SourceFile } from './files.ts';

/** A finished backup, to be handed to `FileSaver`. */
export interface BackupFile {
  /** "sounding-backup-2026-11-22.zip". */
  name: string;
  bytes: Uint8Array;
  /** Null when nothing is. */
  leftOut: LeftOut | null;
}

/** What is not in the backup because it could not be read here; of documents what was typed since is in it. */
export interface LeftOut {
  interviews: number;
  /** Documents of other kinds. */
  documents: number;
  waves: number;
  /** Waves that were read, but do not fit into one file. */
  tooLarge: number;
  /** The browser did not say all that it holds: more may be missing. */
  unlisted: boolean;
}

/** What a backup file would bring. Nothing has been stored yet. */
export interface BackupPreview {
  /** As the user named the workspace; may be empty. */
  name: string;
  /** Milliseconds since 1970 UTC. */
  madeAt: number;
  interviews: number;
  notes: number;
  themes: number;
  /** Unfinished lines. */
  drafts: number;
  waves: readonly { fileName: string; cycleName: string; rows: number }[];
  /** This browser holds a workspace made from the same one: the backup comes beside it, never into it. */
  besideExisting: boolean;
}

/** Why a backup could not be brought in; then nothing of it is left behind. */
export type BringInFault = { kind: 'quota' } | { kind: 'unavailable' } | { kind: 'damaged'; part: string };

/** Called with how many pieces are done, of how many. */
export type BackupProgress = (done: number, all: number) => void;

/** A whole workspace as a file, and back. */
export interface BackupDesk {
  /** The open workspace as it stands in this window, also what could not be saved: no secrets, no projections. */
  make(onProgress: BackupProgress): Promise<BackupFile>;
  /** Reads a file to its last byte; refuses what it cannot take whole. */
  preview(
    file: SourceFile,
    onProgress: BackupProgress,
  ): Promise<Result<{ preview: BackupPreview; bringIn: BringIn }, BackupFault>>;
}

/** Stores the previewed backup as a workspace of its own. It is not opened: that is for `open`. */
export type BringIn = (onProgress: BackupProgress) => Promise<Result<BroughtIn, BringInFault>>;

/** A workspace that came from a backup. */
export interface BroughtIn {
  workspace: WorkspaceId;
  /** Makes it the open one and starts the app again. */
  open(): Promise<void>;
}
