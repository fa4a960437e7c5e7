import { Dexie } from 'dexie';
import * as v from 'valibot';
import { type LookupRow, WorkspaceDatabase } from '#core/browser/database.ts';
import type { PartHead } from '#core/browser/overlay/messages.ts';
import { hashOf } from '#core/browser/overlay/parts.ts';
import { peoplePart, waveFigures } from '#core/browser/overlay/records.ts';
import { parseId } from '#core/model/ids.ts';
import type { OverlayHolds } from '#core/ports/overlay.ts';
import { type Current, isStill, type Pairing, readRow, type SmallPart, store } from './store.ts';

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

/** `ended`: the pairing that the parts came under is no more, and nothing is left of them; `storage`: the disk refused. */
type Halt = 'ended' | 'storage';

/** The taking over of one inventory. Nothing of it answers before `commit`. */
export interface Intake {
  /** Names of the parts still to come, in this order. */
  readonly wanted: readonly string[];
  /** Announced bytes of a part. */
  sizeOf(name: string): number;
  /** All on disk when it resolves. `badPart`: some bytes are not what was announced, nothing was stored. */
  store(parts: readonly Part[]): Promise<'stored' | 'badPart' | Halt>;
  /** Switches to the new state in one transaction. */
  commit(): Promise<'taken' | Halt>;
  close(): void;
}

/** Compares an inventory with what is here; what an interrupted intake already stored is kept. */
export async function beginIntake(
  pairing: Pairing,
  holds: OverlayHolds,
  heads: readonly PartHead[],
): Promise<Intake> {
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
      if (!(await isStill(pairing))) return leaveNothing(database);
      const wrote = await written(async () => {
        await database.lookup.bulkPut(rows);
        return whilePaired(pairing, () => store.staged.bulkPut(small));
      });
      return wrote === 'ended' ? leaveNothing(database) : wrote === 'written' ? 'stored' : wrote;
    },
    async commit() {
      const next: Current = { holds, generation, shards };
      const names = new Set(small.map((head) => head.name));
      const wrote = await written(() => whilePaired(pairing, () => switchTo(next, names)));
      if (wrote === 'ended') return leaveNothing(database);
      if (wrote === 'storage') return wrote;
      await dropGenerations(generation);
      return 'taken';
    },
    close: () => database.close(),
  };
}

/** `storage` when the disk is full or the database was closed: expected, and told to the app. */
async function written(write: () => Promise<boolean>): Promise<'written' | Halt> {
  try {
    return (await write()) ? 'written' : 'ended';
  } catch {
    return 'storage';
  }
}

/** Shards lie in a database of their own, which a late write makes anew after everything was forgotten. */
async function leaveNothing(database: WorkspaceDatabase): Promise<'ended'> {
  database.close();
  if (!(await readRow('pairing'))) await dropGenerations();
  return 'ended';
}

/**
 * Writes only under the very pairing the data came with, in one transaction with that question: unpaired a moment before,
 * what was under way must not come back to life. False when it was not written.
 */
function whilePaired(pairing: Pairing, write: () => PromiseLike<unknown>): Promise<boolean> {
  return store.transaction('rw', [store.state, store.live, store.staged], async () => {
    if (!(await isStill(pairing))) return false;
    await write();
    return true;
  });
}

async function switchTo(next: Current, names: ReadonlySet<string>): Promise<void> {
  const staged = await store.staged.toArray();
  await store.live.bulkPut(staged.filter((part) => names.has(part.name)));
  const gone = (await store.live.toCollection().primaryKeys()).filter((name) => !names.has(name));
  await store.live.bulkDelete(gone);
  await store.staged.clear();
  await store.state.put({ key: 'current', value: next });
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

/** Ends the pairing and deletes everything that was handed over: nobody is left whose data could be mixed with it. */
export async function forgetPairing(): Promise<void> {
  await store.transaction('rw', [store.state, store.live, store.staged], async () => {
    await store.state.bulkDelete(['pairing', 'current']);
    await store.live.clear();
    await store.staged.clear();
  });
  await dropGenerations();
}
