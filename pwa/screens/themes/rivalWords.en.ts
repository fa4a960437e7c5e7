import { countOf, listOf, wholeOf } from '#core/browser/parts/figures.ts';
import { type RivalRow, standings } from '#core/themes/index.ts';
import { type Band, bands } from '#core/waves/index.ts';
import { words } from './words.ts';

const bandNames: Readonly<Record<Band, readonly [one: string, many: string]>> = {
  detractor: ['detractor', 'detractors'],
  passive: ['passive', 'passives'],
  promoter: ['promoter', 'promoters'],
};

/** Themes that stand behind a competitor in one line. */
const mostOn = 3;

/** "Named in 3 calls (2 detractors, 1 promoter): known in 2, used in 1. Compared on Price and Speed." */
export function rivalText(row: RivalRow | null): string {
  if (!row) return 'Named in no call of this cycle.';
  const who = bands
    .filter((band) => row.byBand[band].k > 0)
    .map((band) => countOf(row.byBand[band].k, ...bandNames[band]));
  const went = standings
    .filter((s) => row.standing[s] > 0)
    .map((s) => `${words.standings[s].toLowerCase()} in ${wholeOf(row.standing[s])}`);
  const on = row.on.map((o) => o.name).filter(Boolean);
  const compared = on.length > 0 ? ` Compared on ${listOf(on.slice(0, mostOn))}.` : '';
  return `Named in ${countOf(row.interviews.length, 'call', 'calls')} (${who.join(', ')}): ${listOf(went)}.${compared}`;
}
