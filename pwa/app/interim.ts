import { chanceOf } from '#core/model/chance.ts';
import type { Change } from '#core/model/change.ts';
import type { DocName } from '#core/model/docName.ts';
import { newId } from '#core/model/ids.ts';
import type { Fields } from '#core/model/json.ts';
import { ok } from '#core/model/result.ts';
import type { FactsStore } from '#core/ports/facts.ts';
import type { OpenDoc, Replica, SaveState } from '#core/ports/replica.ts';
import type { Lookup, WaveStore } from '#core/ports/waves.ts';
import type { BuiltWave } from '#core/waves/index.ts';

/** In-memory stand-ins until the stores of core/browser are wired in boot.tsx. Nothing here outlives the window. */
const saved: SaveState = { kind: 'saved' };

type Stored = { collections: Map<string, Map<string, Fields>>; watchers: Set<() => void> };

export function memoryReplica(): Replica {
  const docs = new Map<DocName, Stored>();
  const docOf = (name: DocName): Stored => {
    const doc = docs.get(name) ?? { collections: new Map(), watchers: new Set() };
    docs.set(name, doc);
    return doc;
  };
  const apply = (change: Change) => {
    const doc = docOf(change.doc);
    const records = doc.collections.get(change.collection) ?? new Map<string, Fields>();
    doc.collections.set(change.collection, records);
    const before = records.get(change.id) ?? {};
    if (change.kind === 'remove') records.delete(change.id);
    else if (change.kind === 'put') records.set(change.id, { ...before, ...change.fields });
    else records.set(change.id, { ...before, [change.field]: change.text });
    return doc;
  };
  const openDoc = (name: DocName): OpenDoc => {
    const doc = docOf(name);
    return {
      name,
      read: (collection) => doc.collections.get(collection) ?? new Map(),
      watch(onChange) {
        doc.watchers.add(onChange);
        return () => doc.watchers.delete(onChange);
      },
      save: saved,
      watchSave: () => () => {},
      whenSaved: async () => saved,
      undo: () => false,
      redo: () => false,
      close: () => {},
    };
  };
  return {
    open: async (name) => openDoc(name),
    async apply(changes) {
      for (const doc of new Set(changes.map(apply))) for (const watcher of doc.watchers) watcher();
    },
    list: async (prefix) => [...docs.keys()].filter((n) => n.startsWith(prefix)),
    async forget(name) {
      docs.delete(name);
    },
    save: saved,
    watchSave: () => () => {},
  };
}

export function memoryWaves(): WaveStore {
  const waves = new Map<string, BuiltWave>();
  const watchers = new Set<() => void>();
  const tell = () => {
    for (const watcher of watchers) watcher();
  };
  const missing = { ok: false, why: { kind: 'unavailable', reason: 'not here' } } as const;
  return {
    list: async () => [...waves.values()].map((w) => w.head).sort((a, b) => b.importedAt - a.importedAt),
    async columns(id) {
      const wave = waves.get(id);
      return wave ? ok(wave.columns) : missing;
    },
    async people(id, rows) {
      const wave = waves.get(id);
      return wave ? ok(rows.flatMap((r) => wave.people[r] ?? [])) : missing;
    },
    rejected: async (id) => [...(waves.get(id)?.rejected ?? [])],
    async save(wave) {
      waves.set(wave.head.id, wave);
      tell();
      return ok(wave.head);
    },
    async remove(id) {
      waves.delete(id);
      tell();
    },
    watch(onChange) {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
  };
}

export const memoryLookup = (): Lookup => ({
  byEmail: async () => null,
  add: async () => {},
  remove: async () => {},
});

export const memoryFacts = (): FactsStore => ({
  ofCycle: async () => [],
  ofPerson: async () => [],
  watch: () => () => {},
  rebuild: async () => {},
});

export const cryptoChance = chanceOf(() => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0);
export const interimSession = {
  workspace: newId<'workspace'>(cryptoChance),
  member: newId<'member'>(cryptoChance),
  memberName: '',
};
