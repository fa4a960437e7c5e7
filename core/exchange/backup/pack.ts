import { strToU8, Zip, ZipDeflate } from 'fflate';
import { type Digest, hashOf } from '../../waves/index.ts';
import {
  type Backup,
  backupVersion,
  type Manifest,
  manifestName,
  mostBytes,
  mostManifestBytes,
  sealName,
} from './backup.ts';

/** Called between two files of the archive: reports how far it is, and lets the page breathe. */
export type Step = (done: number, all: number) => Promise<void>;

/**
 * A backup as one zip archive: `sounding.json` says what is in it, then one file a document and one a part of a wave. Any
 * zip tool opens it; documents are Yjs updates, wave parts Arrow streams. Rejects rather than make one that is too large
 * to be unpacked: see `wavesThatFit`.
 */
export async function packBackup(backup: Backup, digest: Digest, step: Step): Promise<Uint8Array> {
  const { manifest, files } = await plan(backup, digest);
  const archive = new Archive(backup.madeAt);
  const said = strToU8(JSON.stringify(manifest));
  const seal = strToU8(await hashOf(said, digest));
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, said.length + seal.length);
  if (total > mostBytes || said.length > mostManifestBytes)
    throw new RangeError(`${total} bytes are more than a backup holds`);
  archive.add(manifestName, said);
  archive.add(sealName, seal);
  for (const [i, { file, bytes }] of files.entries()) {
    await step(i, files.length);
    archive.add(file, bytes);
  }
  await step(files.length, files.length);
  return archive.end();
}

interface Planned {
  manifest: Manifest;
  files: { file: string; bytes: Uint8Array }[];
}

async function plan(backup: Backup, digest: Digest): Promise<Planned> {
  const files: Planned['files'] = [];
  const documents: Manifest['documents'] = [];
  const plannedAs = async (file: string, bytes: Uint8Array) => {
    files.push({ file, bytes });
    return { file, hash: await hashOf(bytes, digest), bytes: bytes.length };
  };
  for (const { name, state, aside } of backup.documents) {
    const document = { name, ...(await plannedAs(`documents/${name}.yjs`, state)) };
    if (!aside) documents.push(document);
    else {
      const kept = aside.map((bytes, i) => plannedAs(`unreadable/${name}/${i + 1}`, bytes));
      documents.push({ ...document, aside: await Promise.all(kept) });
    }
  }
  const waves: Manifest['waves'] = backup.waves.map(({ head, parts }, i) => ({
    head: head as Manifest['waves'][number]['head'],
    parts: parts.map(({ part, hash, bytes }) => {
      const file = `waves/${i + 1}/${part}`;
      files.push({ file, bytes });
      return { part, file, hash, bytes: bytes.length };
    }),
  }));
  const { madeAt, workspace, name, drafts, settings } = backup;
  const manifest: Manifest = {
    format: 'sounding workspace',
    version: backupVersion,
    madeAt,
    workspace,
    name,
    documents,
    waves,
    drafts: { ...drafts },
    settings: { ...settings },
  };
  return { manifest, files };
}

/** Collects a zip archive; fflate calls back synchronously. */
class Archive {
  readonly #pieces: Uint8Array[] = [];
  readonly #zip: Zip;
  readonly #mtime: number;

  constructor(madeAt: number) {
    // Zip dates begin with 1980.
    this.#mtime = Math.max(madeAt, 315_705_600_000);
    this.#zip = new Zip((fault, piece) => {
      if (fault) throw fault;
      this.#pieces.push(piece);
    });
  }

  add(name: string, bytes: Uint8Array): void {
    const file = new ZipDeflate(name, { level: 1 });
    file.mtime = this.#mtime;
    this.#zip.add(file);
    file.push(bytes, true);
  }

  end(): Uint8Array {
    this.#zip.end();
    const all = new Uint8Array(this.#pieces.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of this.#pieces) {
      all.set(piece, at);
      at += piece.length;
    }
    return all;
  }
}
