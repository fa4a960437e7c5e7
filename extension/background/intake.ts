import { Dexie } from 'dexie';
import * as v from 'valibot';
import { type LookupRow, WorkspaceDatabase } from '#core/browser/database.ts';
import type { PartHead } from '#core/browser/overlay/messages.ts';
import { hashOf } from '#core/browser/overlay/parts.ts';
import { peoplePart, waveFigures } from '#core/browser/overlay/records.ts';
import { parseId } from '#core/model/ids.ts';
import type { OverlayHolds } from '#core/ports/overlay.ts';
import { type Current, readRow, type SmallPart, store } from './store.ts';

const generationPrefix = 'overlay-';
const lookupName = 'lookup:';

/** The lookup shards of one generation. Its name is the hash of all its shards' hashes, so it can be resumed. */
export function openGeneration(generation: string): WorkspaceDatabase {
  const id = parseId<'workspace'>(generationPrefix + generation);
  if (!id.ok) throw new Error(`not the name of a generation: ${generation.slice(0, 80)}`);
  return new WorkspaceDatabase(id.value);
}

/** A part as it arrived. */
export interface Part {
  name: string;
  bytes: Uint8Array;
}

/** The taking over of one inventory. Nothing of it answers before `commit`. */
export interface Intake {
  /** Names of the parts still to come, in this order. */
  readonly wanted: readonly string[];
  /** Announced bytes of a part. */
  sizeOf(name: string): number;
  /** All on disk when it resolves. `badPart`: some bytes are not what was announced, nothing was stored. */
  store(parts: readonly Part[]): Promise<'stored' | 'badPart' | 'storage'>;
  /** Switches to the new state in one transaction; false when the disk refused. */
  commit(): Promise<boolean>;
  close(): void;
}

/** Compares an inventory with what is here; what an interrupted intake already stored is kept. */
export async function beginIntake(holds: OverlayHolds, heads: readonly PartHead[]): Promise<Intake> {
  const shards = heads.filter((head) => head.name.startsWith(lookupName));
  const small = heads.filter((head) => !head.name.startsWith(lookupName));
  const generation = await generationOf(shards);
  const database = openGeneration(generation);
  const wanted = [...(await shardsWanted(database, generation, shards)), ...(await smallWanted(small))];
  const announced = new Map(heads.map((head) => [head.name, head]));
  return {
    wanted,
    sizeOf: (name) => announced.get(name)?.size ?? 0,
    async store(parts) {
      const rows: LookupRow[] = [];
      const small: SmallPart[] = [];
      for (const { name, bytes } of parts) {
        const head = announced.get(name);
        if (!head || head.size !== bytes.byteLength || (await hashOf(bytes)) !== head.hash) return 'badPart';
        if (name.startsWith(lookupName)) rows.push({ key: name.slice(lookupName.length), bytes });
        else {
          const value = readSmall(name, bytes);
          if (value === undefined) return 'badPart';
          small.push({ name, hash: head.hash, value });
        }
      }
      const write = async () => {
        await database.lookup.bulkPut(rows);
        await store.staged.bulkPut(small);
      };
      return (await isWritten(write)) ? 'stored' : 'storage';
    },
    async commit() {
      const next: Current = { holds, generation, shards };
      if (!(await isWritten(() => switchTo(next, new Set(small.map((head) => head.name)))))) return false;
      await dropGenerations(generation);
      return true;
    },
    close: () => database.close(),
  };
}

/** False when the disk is full or the database was closed: expected, and told to the app. */
async function isWritten(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch {
    return false;
  }
}

function switchTo(next: Current, names: ReadonlySet<string>): Promise<void> {
  return store.transaction('rw', [store.state, store.live, store.staged], async () => {
    const staged = await store.staged.toArray();
    await store.live.bulkPut(staged.filter((part) => names.has(part.name)));
    const gone = (await store.live.toCollection().primaryKeys()).filter((name) => !names.has(name));
    await store.live.bulkDelete(gone);
    await store.staged.clear();
    await store.state.put({ key: 'current', value: next });
  });
}

async function generationOf(shards: readonly PartHead[]): Promise<string> {
  const list = shards.map((head) => `${head.name} ${head.hash}`).sort();
  return (await hashOf(new TextEncoder().encode(list.join('\n')))).slice(0, 40);
}

/** Shards that neither this generation holds yet nor the current one can lend. */
async function shardsWanted(
  database: WorkspaceDatabase,
  generation: string,
  shards: readonly PartHead[],
): Promise<string[]> {
  const here = new Set(await database.lookup.toCollection().primaryKeys());
  const missing = shards.filter((head) => !here.has(head.name.slice(lookupName.length)));
  const current = await readRow('current');
  if (missing.length === 0 || !current || current.generation === generation)
    return missing.map((head) => head.name);
  const lent = await borrow(database, current.generation, missing, current.shards);
  return missing.flatMap((head) => (lent.has(head.name) ? [] : [head.name]));
}

const lentAtOnce = 256;

/** Copies shards that did not change from the generation that answers now. */
async function borrow(
  into: WorkspaceDatabase,
  from: string,
  missing: readonly PartHead[],
  theirs: readonly PartHead[],
): Promise<Set<string>> {
  const hashes = new Map(theirs.map((head) => [head.name, head.hash]));
  const same = missing.filter((head) => hashes.get(head.name) === head.hash);
  const lender = openGeneration(from);
  const lent = new Set<string>();
  for (let i = 0; i < same.length; i += lentAtOnce) {
    const keys = same.slice(i, i + lentAtOnce).map((head) => head.name.slice(lookupName.length));
    const rows = (await lender.lookup.bulkGet(keys)).filter((row) => row !== undefined);
    await into.lookup.bulkPut(rows);
    for (const row of rows) lent.add(lookupName + row.key);
  }
  lender.close();
  return lent;
}

async function smallWanted(small: readonly PartHead[]): Promise<string[]> {
  const [live, staged] = await Promise.all([store.live.toArray(), store.staged.toArray()]);
  const here = new Map([...live, ...staged].map((part) => [part.name, part.hash]));
  return small.flatMap((head) => (here.get(head.name) === head.hash ? [] : [head.name]));
}

/** A small part as its schema reads it; undefined when it is none. */
function readSmall(name: string, bytes: Uint8Array): unknown {
  const schema = name.startsWith('figures:') ? waveFigures : name.startsWith('people:') ? peoplePart : null;
  if (!schema) return undefined;
  try {
    const read = v.safeParse(schema, JSON.parse(new TextDecoder().decode(bytes)));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}

/** Deletes every generation of shards but one; all of them when none is named. */
export async function dropGenerations(but = ''): Promise<void> {
  const prefix = `sounding-${generationPrefix}`;
  const names = (await Dexie.getDatabaseNames()).filter((name) => name.startsWith(prefix));
  for (const name of names) if (name !== prefix + but) await Dexie.delete(name);
}

/** Deletes everything that was handed over. */
export async function forgetData(): Promise<void> {
  await store.transaction('rw', [store.state, store.live, store.staged], async () => {
    await store.state.delete('current');
    await store.live.clear();
    await store.staged.clear();
  });
  await dropGenerations();
}

/** Ends the pairing and deletes everything that was handed over. */
export async function forgetPairing(): Promise<void> {
  await store.state.delete('pairing');
  await forgetData();
}
