import { countOf, listOf, shareRangeOf, wholeOf } from '#core/browser/parts/figures.ts';
import { type DriverTable, starterThemes } from '#core/themes/index.ts';
import { type Band, bands } from '#core/waves/index.ts';
import { apart, type DriverLine, home } from './lines.ts';
import { bandNames, earlyBelow, words } from './words.ts';

/**
 * The finding, from the figures: nothing that the counts do not say. `lines`: the drivers, most raised first; `where`: the
 * segment on screen.
 */
export function finding(table: DriverTable, lines: readonly DriverLine[], where = ''): string {
  const [top, next] = lines;
  const { many, one } = bandNames[table.band];
  const place = where ? ` in ${where}` : '';
  if (!top)
    return table.untagged[table.band] === 0 ? words.noneInBand(table.band) : words.noneTagged(table.band);
  const n = top.frequency.n;
  const who = `${wholeOf(top.frequency.k)} of ${countOf(n, one, many)}${place}`;
  const interval = `(${shareRangeOf(top.frequency.low, top.frequency.high)})`;
  if (next && next.frequency.k === top.frequency.k && n > 0)
    return `${tied(table.band, lines, place)} ${interval}.`;
  return `${who} raised ${named(top)} ${interval}${mostly(top, where)}.${then(top)}`;
}

/** " In Q3 2026 it was 4 of 28.": the count alone, so said of any change. */
function then({ trajectory }: DriverLine): string {
  const since = trajectory?.since;
  return since ? ` In ${since.name} it was ${wholeOf(since.k)} of ${wholeOf(since.n)}.` : '';
}

function tied(band: Band, rows: readonly DriverLine[], place: string): string {
  const k = rows[0]?.frequency.k ?? 0;
  const same = rows.filter((r) => r.frequency.k === k);
  const { one, many } = bandNames[band];
  const who = `${wholeOf(k)} of ${countOf(same[0]?.frequency.n ?? 0, one, many)}${place}`;
  if (same.length > 3) return `${wholeOf(same.length)} drivers were each raised by ${who}`;
  return `${sentence(listOf(same.map(named)))} were each raised by ${who}`;
}

/** ", 10 of them in Enterprise": most of them, where the driver is concentrated. */
function mostly(line: DriverLine, where: string): string {
  const { frequency } = line;
  const top = home(line);
  if (!top || top.value === where || top.k * 2 <= frequency.k) return '';
  return `, ${top.k === frequency.k ? 'all' : wholeOf(top.k)} of them in ${top.value}`;
}

/** A driver's name inside a sentence. */
export const named = (row: { name: string }): string =>
  row.name ? lower(row.name) : 'a theme not named here yet';
const starterNames: ReadonlySet<string> = new Set(starterThemes.map((t) => t.name));
/** Only names of ours are lowered inside a sentence: those of users may be proper nouns. */
const lower = (name: string): string =>
  starterNames.has(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Who was interviewed, how sure the order is, and what is not tagged yet. */
export function lede(table: DriverTable, lines: readonly DriverLine[], where = ''): string {
  const place = where ? ` in ${where}` : '';
  const held = (b: Band) => table.interviews[b] + table.untagged[b];
  const all = bands.reduce((sum, b) => sum + held(b), 0);
  const who = listOf(bands.map((b) => countOf(held(b), bandNames[b].one, bandNames[b].many)));
  const parts = [`${countOf(all, 'person', 'people')} interviewed${place}: ${who}.`];
  const n = table.interviews[table.band];
  if (n > 0 && n < earlyBelow)
    parts.push(
      'Fewer than five tagged calls cannot say how common a driver is, where it belongs or whether it grows: wait for more before acting on it.',
    );
  else if (lines.length > 1 && !apart(lines)) parts.push('The order of the first two could be chance.');
  return [...parts, ...leftOut(table, lines)].join(' ');
}

/** What the figures wait for: tags, and calls that still run. */
function leftOut({ untagged, running }: DriverTable, lines: readonly DriverLine[]): string[] {
  const waiting = bands.filter((b) => untagged[b] > 0);
  const one = waiting.reduce((sum, b) => sum + untagged[b], 0) === 1;
  const who = listOf(waiting.map((b) => countOf(untagged[b], bandNames[b].one, bandNames[b].many)));
  const tags = one
    ? `The call with ${who} has no theme yet and counts in no figure here until it is tagged.`
    : `The calls with ${who} have no theme yet and count in no figure here until they are tagged.`;
  const runs =
    running === 1
      ? '1 call still runs: counted, but not compared until it is over.'
      : `${wholeOf(running)} calls still run: counted, but not compared until they are over.`;
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
  const call = { action: 'Choose people to call', href: '/people' };
  const hold = { action: 'Hold the next call', href: '/interviews' };
  if (missing.length > 0) {
    const who = missing.map((b) => bandNames[b].many).join(' or ');
    return {
      strong: `No ${who} interviewed.`,
      text: missing.includes('passive') ? words.whyBand.passive : '',
      ...call,
    };
  }
  if (few.length > 0) {
    const who = listOf(few.map((b) => `${wholeOf(interviewed[b])} ${bandNames[b].many}`));
    return {
      strong: `Only ${who} so far.`,
      text: 'Below five calls a band can say almost anything.',
      ...hold,
    };
  }
  return {
    strong: 'Every band has spoken.',
    text: 'More calls narrow the intervals; the table follows as themes are tagged.',
    ...hold,
  };
}
