import { countOf, listOf, wholeOf } from '#core/browser/parts/figures.ts';
import { countOfBand } from '#core/browser/parts/germanBands.ts';
import { type RivalRow, standings } from '#core/themes/index.ts';
import { bands } from '#core/waves/index.ts';

/** Inside a sentence. */
const standingNames = { known: 'bekannt', evaluated: 'abgewogen', used: 'im Einsatz' };

/** Themes that stand behind a competitor in one line. */
const mostOn = 3;

/** "In 3 Gesprächen genannt (…): bekannt in 2, im Einsatz in 1. Verglichen bei Preis." */
export function rivalText(row: RivalRow | null): string {
  if (!row) return 'In keinem Gespräch dieses Zyklus genannt.';
  const who = bands
    .filter((band) => row.byBand[band].k > 0)
    .map((band) => countOfBand(row.byBand[band].k, band));
  const went = standings
    .filter((s) => row.standing[s] > 0)
    .map((s) => `${standingNames[s]} in ${wholeOf(row.standing[s])}`);
  const on = row.on.map((o) => o.name).filter(Boolean);
  const compared = on.length > 0 ? ` Verglichen bei ${listOf(on.slice(0, mostOn))}.` : '';
  return `In ${countOf(row.interviews.length, 'Gespräch', 'Gesprächen')} genannt (${who.join(', ')}): ${listOf(went)}.${compared}`;
}
