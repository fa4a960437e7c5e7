import { countOf, listOf, shareRangeOf, wholeOf } from '#core/browser/parts/figures.ts';
import { countOfBand, manyOfBand, ofBand } from '#core/browser/parts/germanBands.ts';
import type { DriverTable } from '#core/themes/index.ts';
import { type Band, bands } from '#core/waves/index.ts';
import { apart, type DriverLine, home } from './lines.ts';
import { earlyBelow, words } from './words.ts';

/**
 * The finding, from the figures: nothing that the counts do not say. `lines`: the drivers, most raised first; `where`: the
 * segment on screen.
 */
export function finding(table: DriverTable, lines: readonly DriverLine[], where = ''): string {
  const [top, next] = lines;
  const place = where ? ` in ${where}` : '';
  if (!top)
    return table.untagged[table.band] === 0 ? words.noneInBand(table.band) : words.noneTagged(table.band);
  const { k, n, low, high } = top.frequency;
  const who = `${wholeOf(k)} von ${ofBand(n, table.band)}${place}`;
  const interval = `(${shareRangeOf(low, high)})`;
  if (next && next.frequency.k === k && n > 0) return `${tied(table.band, lines, place)} ${interval}.`;
  return `${who} ${k === 1 ? 'nannte' : 'nannten'} ${named(top)} ${interval}${mostly(top, where)}.${then(top)}`;
}

/** " In Q3 2026 waren es 4 von 28.": the count alone, so said of any change. */
function then({ trajectory }: DriverLine): string {
  const since = trajectory?.since;
  if (!since) return '';
  return ` In ${since.name} ${since.k === 1 ? 'war' : 'waren'} es ${wholeOf(since.k)} von ${wholeOf(since.n)}.`;
}

function tied(band: Band, rows: readonly DriverLine[], place: string): string {
  const k = rows[0]?.frequency.k ?? 0;
  const same = rows.filter((r) => r.frequency.k === k);
  const who = `bei je ${wholeOf(k)} von ${ofBand(same[0]?.frequency.n ?? 0, band)}${place} zur Sprache`;
  const what = same.length > 3 ? `${wholeOf(same.length)} Treiber` : sentence(listOf(same.map(named)));
  return `${what} kamen ${who}`;
}

/** ", 10 davon in Enterprise": most of them, where the driver is concentrated. */
function mostly(line: DriverLine, where: string): string {
  const { frequency } = line;
  const top = home(line);
  if (!top || top.value === where || top.k * 2 <= frequency.k) return '';
  return `, ${top.k === frequency.k ? 'alle' : wholeOf(top.k)} davon in ${top.value}`;
}

/** A driver's name inside a sentence. */
export const named = (row: { name: string }): string =>
  row.name ? `„${row.name}“` : 'ein Thema, das hier noch keinen Namen hat';
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Who was interviewed, how sure the order is, and what is not tagged yet. */
export function lede(table: DriverTable, lines: readonly DriverLine[], where = ''): string {
  const place = where ? ` in ${where}` : '';
  const held = (b: Band) => table.interviews[b] + table.untagged[b];
  const all = bands.reduce((sum, b) => sum + held(b), 0);
  const who = listOf(bands.map((b) => countOfBand(held(b), b)));
  const parts = [`${countOf(all, 'Person', 'Personen')}${place} befragt: ${who}.`];
  const n = table.interviews[table.band];
  if (n > 0 && n < earlyBelow)
    parts.push(
      'Weniger als fünf Gespräche mit Themen sagen nicht, wie verbreitet ein Treiber ist, wo er hingehört und ob er zunimmt: Warten Sie auf mehr, bevor Sie danach handeln.',
    );
  else if (lines.length > 1 && !apart(lines))
    parts.push('Die Reihenfolge der ersten beiden kann Zufall sein.');
  return [...parts, ...leftOut(table, lines)].join(' ');
}

/** What the figures wait for: tags, and calls that still run. */
function leftOut({ untagged, running }: DriverTable, lines: readonly DriverLine[]): string[] {
  const waiting = bands.filter((b) => untagged[b] > 0);
  const one = waiting.reduce((sum, b) => sum + untagged[b], 0) === 1;
  const who = listOf(waiting.map((b) => ofBand(untagged[b], b)));
  const tags = one
    ? `Das Gespräch mit ${who} hat noch kein Thema und zählt hier nicht mit, bis ihm eines zugeordnet ist.`
    : `Die Gespräche mit ${who} haben noch kein Thema und zählen hier nicht mit, bis ihnen eines zugeordnet ist.`;
  const runs =
    running === 1
      ? '1 Gespräch läuft noch: gezählt, aber erst verglichen, wenn es vorbei ist.'
      : `${wholeOf(running)} Gespräche laufen noch: gezählt, aber erst verglichen, wenn sie vorbei sind.`;
  return [...(waiting.length > 0 ? [tags] : []), ...(running > 0 && lines.length > 0 ? [runs] : [])];
}

/** What to do next and why, from the interviews of each band in all segments. */
export function nextStep(interviewed: DriverTable['interviews']): {
  strong: string;
  text: string;
  action: string;
  href: string;
} {
  const missing = bands.filter((b) => interviewed[b] === 0);
  const few = bands.filter((b) => interviewed[b] > 0 && interviewed[b] < earlyBelow);
  const call = { action: 'Personen auswählen', href: '/people' };
  const hold = { action: 'Nächstes Gespräch führen', href: '/interviews' };
  if (missing.length > 0)
    return {
      strong: `Noch wurden keine ${missing.map(manyOfBand).join(' oder ')} befragt.`,
      text: missing.includes('passive') ? words.whyBand.passive : '',
      ...call,
    };
  if (few.length > 0)
    return {
      strong: `Erst ${listOf(few.map((b) => countOfBand(interviewed[b], b)))}.`,
      text: 'Bei weniger als fünf Gesprächen kann in einer Gruppe fast alles herauskommen.',
      ...hold,
    };
  return {
    strong: 'Jede Gruppe hat gesprochen.',
    text: 'Mehr Gespräche machen die Intervalle enger, und die Tabelle folgt, sobald Themen zugeordnet sind.',
    ...hold,
  };
}
