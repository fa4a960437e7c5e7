import type { Page } from '@playwright/test';
import type { CardFacts } from '#core/ports/waves.ts';
import { emailOf, workspace } from './lookup/invent.ts';
import { type Line, median } from './measure.ts';
import { ask, withWorkers } from './worker/page.ts';

const people = 1_000_000;
const rounds = 25;
const warmUp = 3;

/**
 * The overlay's lookup of an e-mail among a million people, from a cold start in real Chromium: a new worker each time,
 * from its creation to the answer. Baseline: a new worker that opens the same database and gets one shard of the same
 * size, with no library. Both in turns, each time another person.
 */
export async function bench(): Promise<Line[]> {
  return withWorkers(new URL('./lookup/', import.meta.url), ['build', 'look', 'bare'], measure);
}

async function measure(page: Page): Promise<Line[]> {
  const asked = Array.from({ length: rounds + warmUp }, (_, i) => (i * 7_919_000 + 12_345) % people);
  const built = await ask<Built>(page, 'build', { people, asked });
  const ours: number[] = [];
  const bare: number[] = [];
  for (let i = 0; i < asked.length; i++) {
    const email = emailOf(asked[i] ?? 0);
    const look = async () => {
      const { took, answer } = await ask<CardFacts>(page, 'look', email);
      if (answer?.email !== email) throw new Error(`${email} was not found`);
      if (i >= warmUp) ours.push(took);
    };
    const get = async () => {
      const key = built.answer.places[i];
      const { took, answer } = await ask<{ bytes: Uint8Array }>(page, 'bare', {
        name: `sounding-${workspace}`,
        key,
      });
      if (!answer) throw new Error(`shard ${key} is not there`);
      if (i >= warmUp) bare.push(took);
    };
    for (const run of i % 2 ? [look, get] : [get, look]) await run();
  }
  return linesOf(built.answer, median(ours), median(bare));
}

interface Built {
  took: number;
  places: string[];
  shards: number;
  bytes: number;
  largest: number;
}

function linesOf({ took, shards, bytes, largest }: Built, ours: number, bare: number): Line[] {
  const told = { kind: 'none' } as const;
  const shardSize = bytes / shards / 1024;
  return [
    {
      figure: `an e-mail among ${people.toLocaleString('en')} people, cold worker, Chromium`,
      ours: { value: ours, unit: 'ms' },
      baseline: { value: bare, unit: 'ms', which: 'one bare IndexedDB get of the same shard, cold worker' },
      goal: { kind: 'timesOf', atMost: 3 },
    },
    { figure: 'building it', ours: { value: took, unit: 'ms' }, goal: told },
    { figure: 'its size', ours: { value: bytes / 1024, unit: 'KiB' }, goal: told },
    {
      figure: `its ${shards.toLocaleString('en')} shards, each on average`,
      ours: { value: shardSize, unit: 'KiB' },
      goal: told,
    },
    { figure: 'its largest shard', ours: { value: largest / 1024, unit: 'KiB' }, goal: told },
  ];
}
