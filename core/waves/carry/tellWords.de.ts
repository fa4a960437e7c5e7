import { unreachable } from '../../model/result.ts';
import type { DateOrder } from '../cells/dates.ts';
import type { ColumnProfile } from '../inspection.ts';
import { counted, listed, quoted } from '../words.ts';
import type { CarryDifference } from './differences.ts';
import type { Likeness } from './near.ts';

const likenesses: Readonly<Record<Likeness, string>> = {
  spelling: 'gleich bis auf Großschreibung, Leerzeichen und Satzzeichen',
  near: 'fast dieselben Buchstaben',
  number: 'dieselben Wörter unter anderer Nummer',
};

const orders: Readonly<Record<DateOrder, string>> = { dmy: 'Tag', mdy: 'Monat' };

type Of<K extends CarryDifference['kind']> = Extract<CarryDifference, { kind: K }>;

/** What such differences, which are told together, come to. */
export function told(group: readonly CarryDifference[], columns: readonly ColumnProfile[]): string {
  const [first] = group;
  if (!first) return '';
  const headers = group.map((d) =>
    'column' in d ? columns[d.column]?.header.trim() || `Spalte ${d.column + 1}` : d.header.trim(),
  );
  const [name = ''] = headers;
  const all = (several: string): string =>
    `${counted(group.length, 'Spalte', 'Spalten')} ${several}: ${listed(headers)}.`;
  switch (first.kind) {
    case 'renamed':
      return `${quoted(name)} gilt als ${quoted(first.from)}: ${likenesses[first.why]}.`;
    case 'new': {
      const ignored = first.role === 'ignore' ? ' und zählt bisher nicht' : '';
      const ignoredAll = first.role === 'ignore' ? ' und zählen bisher nicht' : '';
      return group.length === 1 ? `${quoted(name)} ist neu${ignored}.` : all(`sind neu${ignoredAll}`);
    }
    case 'gone':
      return group.length === 1 ? `${quoted(name)} fehlt.` : all('fehlen');
    case 'contentChanged':
      return group.length === 1
        ? `${quoted(name)} enthält nicht mehr dasselbe.`
        : all('enthalten nicht mehr dasselbe');
    case 'scaleChanged':
      return toldScale(group as readonly Of<'scaleChanged'>[], name);
    case 'orderChanged': {
      const order = `den ${orders[first.now]} zuerst, nicht mehr den ${orders[first.was]}`;
      return group.length === 1
        ? `Die Datumsangaben in ${quoted(name)} nennen jetzt ${order}. So werden sie auch gelesen.`
        : `Die Datumsangaben in ${counted(group.length, 'Spalte', 'Spalten')} nennen jetzt ${order}. So werden sie auch gelesen: ${listed(headers)}.`;
    }
    case 'valuesChanged': {
      const added = first.added.length > 0 ? ` hat neue Werte, ${listed(first.added)}` : '';
      const gone = first.gone.length > 0 ? ` hat ${listed(first.gone)} nicht mehr` : '';
      return `${quoted(name)}${[added, gone].filter(Boolean).join(', und')}.`;
    }
    default:
      return unreachable(first);
  }
}

const valuesNamed = 5;

/** The new values beside a scale, each with how many ratings hold it, most first (ties: as numbers). */
function toldScale(group: readonly Of<'scaleChanged'>[], name: string): string {
  const { low, high, reaches } = group[0]!;
  const scale = `der Skala von ${low} bis ${high}`;
  if (reaches !== undefined)
    return `${quoted(name)} reicht auf ${scale} jetzt nur bis ${reaches}. Wurde auf einer anderen Skala gefragt?`;
  const ratings = new Map<string, number>();
  for (const { value } of group.flatMap(({ outside }) => outside))
    ratings.set(value, (ratings.get(value) ?? 0) + 1);
  if (group.length === 1)
    return `${quoted(name)} enthält jetzt ${listed([...ratings.keys()])}, außerhalb ${scale}.`;
  const most = [...ratings].sort(([v, a], [w, b]) => b - a || Number(v) - Number(w));
  const said = most
    .slice(0, valuesNamed)
    .map(([value, n], i) => `${quoted(value)} in ${i === 0 ? counted(n, 'Bewertung', 'Bewertungen') : n}`);
  const others = most.length > valuesNamed ? ` und ${most.length - valuesNamed} weitere` : '';
  return `Außerhalb ${scale} steht jetzt ${said.join(', ')}${others}.`;
}
