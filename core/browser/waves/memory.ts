import type { WaveId } from '#core/model/ids.ts';
import { fail, ok } from '#core/model/result.ts';
import type { CardFacts, Lookup, WaveStore } from '#core/ports/waves.ts';
import { type BuiltWave, hashOf, noSegment, type Person, partsOf, plainEmail } from '#core/waves/index.ts';
import type { SharedPart, WaveShelf } from '../sync/wavesExchange.ts';
import { digest } from './digest.ts';
import { loadWave } from './load.ts';

/** Waves and lookup in plain memory: for tests of screens, and for a browser that allows no storage. */
export function makeMemoryWaves(): { waves: WaveStore; lookup: Lookup } {
  const stored = new Map<WaveId, BuiltWave>();
  const looked = new Map<WaveId, BuiltWave>();
  const watchers = new Set<() => void>();
  const tell = (): void => {
    for (const watcher of [...watchers]) watcher();
  };
  const waves: WaveStore = {
    list: async () =>
      [...stored.values()].map(({ head }) => head).sort((a, b) => b.importedAt - a.importedAt),
    columns: async (id) => {
      const wave = stored.get(id);
      return wave ? ok(wave.columns) : fail({ kind: 'damaged', wave: id, part: 'columns/0' });
    },
    people: async (id, rows) => {
      const wave = stored.get(id);
      if (!wave) return fail({ kind: 'damaged', wave: id, part: 'columns/0' });
      return ok(rows.flatMap((row) => wave.people.at(row) ?? []));
    },
    rejected: async (id) => [...(stored.get(id)?.rejected ?? [])],
    save: async (wave) => {
      const same = [...stored.values()].find(({ head }) => head.contentHash === wave.head.contentHash);
      if (same) return ok(same.head);
      stored.set(wave.head.id, wave);
      tell();
      return ok(wave.head);
    },
    remove: async (id) => {
      if (stored.delete(id)) tell();
    },
    watch: (onChange) => {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
  };
  const lookup: Lookup = {
    byEmail: async (email) => newestOf([...looked.values()], plainEmail(email)),
    add: async (wave) => {
      looked.set(wave.head.id, wave);
      return true;
    },
    remove: async (id) => {
      looked.delete(id);
    },
  };
  return { waves, lookup };
}

/** The waves of a store that keeps no bytes, as the bytes they would be stored as; for a backup. It takes none in. */
export function makeMemoryShelf(store: WaveStore): WaveShelf {
  let packed: { id: WaveId; parts: readonly SharedPart[] } | null = null;
  const pack = async (id: WaveId): Promise<readonly SharedPart[]> => {
    if (packed?.id === id) return packed.parts;
    const head = (await store.list()).find((wave) => wave.id === id);
    const wave = head && (await loadWave(store, head));
    if (!wave?.ok) throw new Error(`the wave ${id} is not in memory`);
    const parts: SharedPart[] = [];
    for (const { part, bytes } of partsOf(wave.value))
      parts.push({ part, bytes, hash: await hashOf(bytes, digest) });
    packed = { id, parts };
    return parts;
  };
  return {
    list: () => store.list(),
    parts: async (id) => (await pack(id)).map(({ part, hash }) => ({ part, hash })),
    part: async (id, name) => (await pack(id)).find(({ part }) => part === name)?.bytes ?? null,
    // packed here and now
    fits: async () => true,
    take: async () => false,
    remove: (id) => store.remove(id),
    removed: async () => [],
    forgetRemoved: async () => {},
    watch: (onChange) => store.watch(onChange),
  };
}

type Met = readonly [BuiltWave, Person];

function newestOf(waves: readonly BuiltWave[], email: string): CardFacts | null {
  const met = waves.flatMap((wave) =>
    [...wave.people]
      .filter((person) => email !== '' && plainEmail(person.email) === email)
      .map((person): Met => [wave, person]),
  );
  met.sort((a, b) => compare(rank(b), rank(a)));
  const [newest] = met;
  return newest ? cardOf(...newest) : null;
}

const rank = ([{ head }, person]: Met) => [
  Number(person.score !== null),
  person.answeredOn || head.lastDay,
  head.importedAt,
  person.row,
];

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}

function cardOf({ head, columns }: BuiltWave, person: Person): CardFacts {
  const { key, name, accountName, score, answeredOn, comment } = person;
  const segments = columns.segments.flatMap(({ name: dimension, codes, values }) => {
    const code = codes[person.row] ?? noSegment;
    const value = code === noSegment ? undefined : values[code];
    return value === undefined ? [] : [[dimension, value] as const];
  });
  const { id: wave, cycle, cycleName, metric } = head;
  const email = plainEmail(person.email);
  const who = { key, name, email, accountName, score, metric, answeredOn, comment };
  return { ...who, wave, cycle, cycleName, segments };
}
