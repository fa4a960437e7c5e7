import { unreachable } from '../../model/result.ts';
import type { DateOrder } from '../cells/dates.ts';
import type { ColumnProfile } from '../inspection.ts';
import { counted, listed, quoted } from '../words.ts';
import type { CarryDifference } from './differences.ts';
import type { Likeness } from './near.ts';

const likenesses: Readonly<Record<Likeness, string>> = {
  spelling: 'the same but for case, spaces and punctuation',
  near: 'nearly the same letters',
  number: 'the same words under another number',
};

const orders: Readonly<Record<DateOrder, string>> = { dmy: 'day', mdy: 'month' };

type Of<K extends CarryDifference['kind']> = Extract<CarryDifference, { kind: K }>;

/** What such differences, which are told together, come to. */
export function told(group: readonly CarryDifference[], columns: readonly ColumnProfile[]): string {
  const [first] = group;
  if (!first) return '';
  const headers = group.map((d) =>
    'column' in d ? columns[d.column]?.header.trim() || `column ${d.column + 1}` : d.header.trim(),
  );
  const [name = ''] = headers;
  const all = (several: string): string =>
    `${counted(group.length, 'column')} ${several}: ${listed(headers)}.`;
  switch (first.kind) {
    case 'renamed':
      return `${quoted(name)} is taken for ${quoted(first.from)}: ${likenesses[first.why]}.`;
    case 'new': {
      const ignored = first.role === 'ignore' ? ' and ignored so far' : '';
      return group.length === 1 ? `${quoted(name)} is new${ignored}.` : all(`are new${ignored}`);
    }
    case 'gone':
      return group.length === 1 ? `${quoted(name)} is gone.` : all('are gone');
    case 'contentChanged':
      return group.length === 1
        ? `${quoted(name)} no longer holds what it did.`
        : all('no longer hold what they did');
    case 'scaleChanged':
      return toldScale(group as readonly Of<'scaleChanged'>[], name);
    case 'orderChanged': {
      const order = `${orders[first.now]} first, not ${orders[first.was]} first`;
      return group.length === 1
        ? `The dates in ${quoted(name)} are now written ${order} as before, and are read so.`
        : `The dates in ${counted(group.length, 'column')} are now written ${order} as before, and are read so: ${listed(headers)}.`;
    }
    case 'valuesChanged': {
      const added = first.added.length > 0 ? ` has new values, ${listed(first.added)}` : '';
      const gone = first.gone.length > 0 ? ` no longer has ${listed(first.gone)}` : '';
      return `${quoted(name)}${[added, gone].filter(Boolean).join(', and')}.`;
    }
    default:
      return unreachable(first);
  }
}

const valuesNamed = 5;

/** The new values beside a scale, each with how many ratings hold it, most first (ties: as numbers). */
function toldScale(group: readonly Of<'scaleChanged'>[], name: string): string {
  const { low, high, reaches } = group[0]!;
  const scale = `the scale ${low} to ${high}`;
  if (reaches !== undefined)
    return `${quoted(name)} now goes no further than ${reaches}, on ${scale}: was it asked on another scale?`;
  const ratings = new Map<string, number>();
  for (const { value } of group.flatMap(({ outside }) => outside))
    ratings.set(value, (ratings.get(value) ?? 0) + 1);
  if (group.length === 1)
    return `${quoted(name)} now holds ${listed([...ratings.keys()])}, outside ${scale}.`;
  const most = [...ratings].sort(([v, a], [w, b]) => b - a || Number(v) - Number(w));
  const said = most
    .slice(0, valuesNamed)
    .map(([value, n], i) => `${quoted(value)} in ${i === 0 ? counted(n, 'rating') : n}`);
  const others = most.length > valuesNamed ? ` and ${most.length - valuesNamed} more` : '';
  return `Outside ${scale} there is now ${said.join(', ')}${others}.`;
}
