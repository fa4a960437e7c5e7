/** Two dimensions by their places among a wave's, the first before the second. */
export type Pair = readonly [number, number];

/** Bits that the codes of two crossed dimensions may take together: a cross then has at most 4 MiB of counters. */
export const mostCrossBits = 16;

/** A packed table of 2^13 counters is 32 KiB, the size of a first-level cache: room for one-way tables. */
const bitsInFirstCache = 13;
/** 2^16 counters are 256 KiB, which a second-level cache holds: one more pass costs more than its misses. */
const bitsInSecondCache = 16;

/** Members of a packed table: each number up to four has a loop of its own, but a fourth pays only for pairs. */
const mostForOneWay = 3;
const mostForPairs = 4;

/**
 * Which dimensions are counted together, so that every wanted pair and every single dimension lies in a group, with few
 * passes over the rows. `widths` are the bits of each dimension's codes, `below` the bits that each place spends on the
 * score; of few `rows` the packed tables stay small, since they are gone through afterwards. Greedy: the widest pair not yet counted opens a group, and others join that bring the most pairs with them.
 */
export function groupsFor(
  widths: readonly number[],
  pairs: readonly Pair[],
  below: number,
  rows: number,
): number[][] {
  const most = Math.min(bitsInSecondCache, Math.floor(Math.log2(rows + 1)));
  const groups = groupsForPairs(widths, pairs, below, most);
  const inSome = new Set(groups.flat());
  const alone = widths.map((_, at) => at).filter((at) => !inSome.has(at));
  return [...groups, ...groupsForSingles(widths, alone, below)];
}

function groupsForPairs(
  widths: readonly number[],
  pairs: readonly Pair[],
  below: number,
  most: number,
): number[][] {
  const open = new Map(pairs.map((pair) => [keyOf(...pair), pair]));
  const width = (at: number) => widths[at] as number;
  const groups: number[][] = [];
  for (const [a, b] of pairs.toSorted((p, q) => width(q[0]) + width(q[1]) - width(p[0]) - width(p[1]))) {
    if (!open.has(keyOf(a, b))) continue;
    const group = [a, b];
    let bits = below + width(a) + width(b);
    while (group.length < mostForPairs) {
      const room = Math.max(bits, most) - bits;
      const next = bestToJoin(group, widths, open, room);
      if (next < 0) break;
      group.push(next);
      bits += width(next);
    }
    for (const one of group) for (const other of group) open.delete(keyOf(one, other));
    groups.push(group);
  }
  return groups;
}

/** The dimension that brings the most open pairs to a group and fits, the narrowest of equals; -1 where none does. */
function bestToJoin(
  group: readonly number[],
  widths: readonly number[],
  open: ReadonlyMap<string, Pair>,
  room: number,
): number {
  let [best, most] = [-1, 0];
  widths.forEach((width, at) => {
    if (width > room || group.includes(at)) return;
    const brings = group.filter((member) => open.has(keyOf(member, at))).length;
    if (brings > most || (brings === most && best >= 0 && width < (widths[best] as number)))
      [best, most] = [at, brings];
  });
  return best;
}

/** Widest first, each into the first group with room. */
function groupsForSingles(widths: readonly number[], alone: readonly number[], below: number): number[][] {
  const groups: { bits: number; members: number[] }[] = [];
  for (const at of alone.toSorted((a, b) => (widths[b] as number) - (widths[a] as number))) {
    const width = widths[at] as number;
    const room = groups.find((g) => g.members.length < mostForOneWay && g.bits + width <= bitsInFirstCache);
    if (room) {
      room.members.push(at);
      room.bits += width;
    } else groups.push({ bits: below + width, members: [at] });
  }
  return groups.map(({ members }) => members);
}

const keyOf = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
