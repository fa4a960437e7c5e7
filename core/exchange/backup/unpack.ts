import { strFromU8, type UnzipFileInfo, unzipSync } from 'fflate';
import * as v from 'valibot';
import { parseDocName } from '../../model/docName.ts';
import { parseId } from '../../model/ids.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import { type Digest, hashOf } from '../../waves/index.ts';
import {
  type Backup,
  type BackupFault,
  backupVersion,
  type Manifest,
  manifestName,
  manifestSchema,
  mostBytes,
  mostManifestBytes,
  sealName,
} from './backup.ts';
import type { Step } from './pack.ts';

/** Files unpacked between two steps. */
const atOnce = 64;

/**
 * Reads a backup file. Nothing in it is believed: sizes are limited before anything is unpacked, names are parsed,
 * every part must have the length and the SHA-256 that the manifest gives. Whether the documents decode is for the
 * replica to say.
 */
export async function unpackBackup(
  file: Uint8Array,
  digest: Digest,
  step: Step,
): Promise<Result<Backup, BackupFault>> {
  const sizes = sizesIn(file);
  if (!sizes?.has(manifestName)) return fail({ kind: 'notABackup' });
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  if (total > mostBytes) return fail({ kind: 'tooLarge', bytes: total, most: mostBytes });
  const manifest = await readManifest(file, sizes.get(manifestName) ?? 0, digest);
  if (!manifest.ok) return manifest;
  const parts = partsOf(manifest.value);
  const contents = new Map<string, Uint8Array>();
  for (let i = 0; i < parts.length; i += atOnce) {
    await step(i, parts.length);
    const some = parts.slice(i, i + atOnce);
    const unpacked = unzip(file, new Set(some.map((part) => part.file)));
    for (const part of some) {
      const bytes = unpacked?.[part.file];
      if (bytes?.length !== part.bytes || (await hashOf(bytes, digest)) !== part.hash)
        return fail({ kind: 'damaged', part: part.file });
      contents.set(part.file, bytes);
    }
  }
  await step(parts.length, parts.length);
  return ok(assemble(manifest.value, contents));
}

/** Unpacked size of every entry as the archive states it, or null when it is no zip archive. */
function sizesIn(file: Uint8Array): Map<string, number> | null {
  const sizes = new Map<string, number>();
  const look = ({ name, originalSize }: UnzipFileInfo) => {
    sizes.set(name, (sizes.get(name) ?? 0) + originalSize);
    return false;
  };
  try {
    unzipSync(file, { filter: look });
    return sizes;
  } catch {
    return null;
  }
}

/** The named entries, or null when one cannot be unpacked. No entry grows beyond the size that was checked. */
function unzip(file: Uint8Array, names: ReadonlySet<string>): Record<string, Uint8Array> | null {
  try {
    return unzipSync(file, { filter: ({ name }) => names.has(name) });
  } catch {
    return null;
  }
}

async function readManifest(
  file: Uint8Array,
  size: number,
  digest: Digest,
): Promise<Result<Manifest, BackupFault>> {
  const entries = size <= mostManifestBytes ? unzip(file, new Set([manifestName, sealName])) : null;
  const said = entries?.[manifestName];
  const read = said && jsonOf(strFromU8(said));
  if (!said || typeof read !== 'object' || read === null || !('format' in read) || !('version' in read))
    return fail({ kind: 'notABackup' });
  if (read.format !== 'sounding workspace' || typeof read.version !== 'number')
    return fail({ kind: 'notABackup' });
  if (read.version > backupVersion) return fail({ kind: 'newer', version: read.version });
  const whole = strFromU8(entries[sealName] ?? new Uint8Array()) === (await hashOf(said, digest));
  const manifest = v.safeParse(manifestSchema, read);
  return whole && manifest.success && namesAreFine(manifest.output)
    ? ok(manifest.output)
    : fail({ kind: 'damaged', part: manifestName });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Every document has a proper name and only one entry. */
function namesAreFine({ workspace, documents }: Manifest): boolean {
  const names = new Set(documents.map(({ name }) => name));
  return (
    parseId(workspace).ok &&
    names.size === documents.length &&
    documents.every(({ name }) => parseDocName(`${workspace}/${name}`).ok)
  );
}

const partsOf = ({ documents, waves }: Manifest) => [
  ...documents.flatMap((doc) => [doc, ...(doc.aside ?? [])]),
  ...waves.flatMap((wave) => wave.parts),
];

function assemble(manifest: Manifest, contents: ReadonlyMap<string, Uint8Array>): Backup {
  const bytesOf = (file: string) => contents.get(file) ?? new Uint8Array();
  const { madeAt, workspace, name, drafts, settings } = manifest;
  return {
    madeAt,
    workspace,
    name,
    drafts,
    settings,
    documents: manifest.documents.map(({ name, file, aside }) => ({
      name,
      state: bytesOf(file),
      ...(aside && { aside: aside.map((kept) => bytesOf(kept.file)) }),
    })),
    waves: manifest.waves.map(({ head, parts }) => ({
      head,
      parts: parts.map(({ part, hash, file }) => ({ part, hash, bytes: bytesOf(file) })),
    })),
  };
}
