import { ok } from '#core/model/result.ts';
import type { Lookup, WaveStore } from '#core/ports/waves.ts';
import type { BuiltWave } from '#core/waves/index.ts';

/** In-memory stand-ins until the stores of core/browser are wired in. Nothing here outlives the window. */
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

export const interimWaves = memoryWaves();
export const memoryLookup = (): Lookup => ({
  byEmail: async () => null,
  add: async () => {},
  remove: async () => {},
});
