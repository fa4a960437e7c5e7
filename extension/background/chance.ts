import { type Chance, chanceOf } from '#core/model/chance.ts';

/** Unpredictable chance, for codes. */
export const cryptoChance: Chance = chanceOf(() => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0);
