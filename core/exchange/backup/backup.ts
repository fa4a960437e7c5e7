import * as v from 'valibot';
import type { Json } from '../../model/json.ts';

/** What a backup file holds: a whole workspace, without secrets and without anything that can be made again. */
export interface Backup {
  /** Milliseconds since 1970 UTC. */
  madeAt: number;
  /** Id of the workspace it was made from. It comes back under this id, or a new one where that is taken. */
  workspace: string;
  /** As the user named it; may be empty. */
  name: string;
  documents: readonly BackupDocument[];
  waves: readonly BackupWave[];
  /** Unfinished lines by the key they are kept under: an interview, or one of its windows ("abc~2"). */
  drafts: Readonly<Record<string, string>>;
  /** Kept settings by name. */
  settings: Readonly<Record<string, Json>>;
}

/** One document: its name without the workspace ("interview/abc") and its state as one Yjs update. */
export interface BackupDocument {
  name: string;
  state: Uint8Array;
  /** Stored updates that did not decode where it was made; absent for none. A version that knows of none leaves them out. */
  aside?: readonly Uint8Array[];
}

/** One wave as stored: its head as JSON and its parts, each with its SHA-256 (hex). */
export interface BackupWave {
  head: unknown;
  parts: readonly { part: string; hash: string; bytes: Uint8Array }[];
}

/** Why a file is not taken as a backup; each is one sentence on the screen, and nothing is stored. */
export type BackupFault =
  /** Not a file that Sounding made. */
  | { kind: 'notABackup' }
  /** Made by a version with a newer format. */
  | { kind: 'newer'; version: number }
  /** More bytes unpacked than are taken. */
  | { kind: 'tooLarge'; bytes: number; most: number }
  /** A part is missing, altered or does not decode; nothing of the file is taken. */
  | { kind: 'damaged'; part: string };

/** Raised when an older reader would misread what is written. */
export const backupVersion = 1;
export const manifestName = 'sounding.json';
/** The SHA-256 (hex) of the manifest, which in turn has that of every other entry: one altered byte shows. */
export const sealName = 'sounding.json.sha256';
/** Most bytes a backup may unpack to, those of its manifest among them. None is made that holds more. */
export const mostBytes = 1024 ** 3;
/** A manifest longer than this is not one of ours. */
export const mostManifestBytes = 64 * 1024 ** 2;

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const bytes = v.pipe(v.number(), v.integer(), v.minValue(0));
const file = v.pipe(v.string(), v.maxLength(400));

const json: v.GenericSchema<Json> = v.lazy(() =>
  v.union([v.null(), v.boolean(), v.number(), v.string(), v.array(json), v.record(v.string(), json)]),
);

/** The first entry of the archive: what the others are. */
export const manifestSchema = v.object({
  format: v.literal('sounding workspace'),
  version: v.literal(backupVersion),
  madeAt: v.number(),
  workspace: v.pipe(v.string(), v.maxLength(64)),
  name: v.pipe(v.string(), v.maxLength(400)),
  documents: v.array(
    v.object({ name: file, file, hash, bytes, aside: v.optional(v.array(v.object({ file, hash, bytes }))) }),
  ),
  waves: v.array(
    v.object({
      head: v.record(v.string(), v.unknown()),
      parts: v.array(v.object({ part: file, file, hash, bytes })),
    }),
  ),
  drafts: v.record(file, v.string()),
  settings: v.record(v.string(), json),
});
export type Manifest = v.InferOutput<typeof manifestSchema>;
