import { effect, type ReadonlySignal } from '@preact/signals-core';
import type { WaveStoreFault } from '#core/ports/waves.ts';
import { npsWavesIn, wavesOf } from '#core/sample/index.ts';
import { movesIn, pairsCounted } from '#core/scores/index.ts';
import type {
  CrossMap,
  CrossRefusal,
  MapAndFindings,
  SegmentEdits,
  SegmentMap,
} from '#core/segments/index.ts';
import { everyoneOf, proposalsWith, toInterview, type WidestProposal } from '#core/segments/index.ts';
import type { WaveHead } from '#core/waves/index.ts';
import type { Deps } from '#pwa/app/deps.ts';
import type { CountRequest } from '#pwa/workers/countApi.ts';
import { type Row, rowOf, rowsOf, severalIn } from './rows.ts';

/** The counted map of a wave and what it is compared with. */
export interface Counted {
  head: WaveHead;
  /** The wave of the cycle before, when there is one and it could be read. */
  earlier: WaveHead | null;
  /** Everyone's movement compares those who answered both waves with themselves, once they were found. */
  map: SegmentMap;
  /** How many that are; 0 while they are looked for, and where nobody can be told. */
  pairs: number;
  /** What the map shows: the pairs that are spoken of, then every segment. */
  rows: readonly Row[];
  /** Segments worth calls, of the map and of its crosses, the most urgent first. */
  proposals: readonly { proposal: WidestProposal; row: Row; narrower: Row | null }[];
  /** Those to interview where nobody has decided yet, the most urgent first; a pair in place of what holds it. */
  offered: readonly Row[];
  /** Crosses that were looked through for proposals, and how many there are. */
  crosses: MapAndFindings['crosses'];
  /** What was counted, to ask for a cross of the same. */
  request: CountRequest;
}

/** Where the screen stands. Moved by the model alone. */
export type SegmentsView =
  | { kind: 'loading' }
  | { kind: 'noWave' }
  | { kind: 'ready'; counted: Counted }
  | { kind: 'failed'; fault: WaveStoreFault };

/** Two dimensions crossed, as the screen shows them. */
export type CrossView =
  | { kind: 'none' }
  | { kind: 'loading'; names: readonly [string, string] }
  | { kind: 'refused'; refusal: CrossRefusal }
  | { kind: 'failed'; fault: WaveStoreFault }
  | { kind: 'ready'; cross: CrossMap; cells: readonly (readonly Row[])[] };

/** Proposals spoken of: more would be no choice. */
export const proposalsAtMost = 6;

type Needs = Pick<Deps, 'counter' | 'state' | 'samePeople'>;

/**
 * Counts again whenever another cycle, wave or edit is on screen; a late answer never wins. An edit leaves what is on
 * screen until the new figures are there; another wave does not.
 */
export function followWave(
  deps: Needs,
  editsFor: (sample: boolean) => SegmentEdits | null,
  view: { value: SegmentsView },
): () => void {
  let asked = 0;
  let shown = '';
  let edits: SegmentEdits | null = null;
  const stop = effect(() => {
    const { cycle, cycles, waves } = deps.state;
    const { head, earlier } = wavesOf(cycle.value, cycles.value, npsWavesIn(waves.value));
    const now = head ? editsFor(head.sample) : null;
    const wanted = `${head?.id} ${earlier?.id}`;
    if (wanted === shown && now === edits) return;
    if (wanted !== shown) view.value = head ? { kind: 'loading' } : { kind: 'noWave' };
    [shown, edits] = [wanted, now];
    const mine = ++asked;
    // edits are read before the first figures, which would otherwise jump
    if (!head || !now) return;
    const request = { now: head.id, earlier: earlier?.id ?? null, edits: now };
    const show = (next: SegmentsView) => {
      if (mine === asked) view.value = next;
    };
    void count(deps, head, earlier, request).then((next) => {
      show(next);
      if (next.kind === 'ready') void followPairs(deps, next.counted, show);
    });
  });
  return () => {
    asked++;
    stop();
  };
}

/** Shows everyone's movement again once it is known who answered both waves; the map stands meanwhile. */
async function followPairs(
  { samePeople }: Needs,
  counted: Counted,
  show: (next: SegmentsView) => void,
): Promise<void> {
  const { head, earlier, map } = counted;
  if (!samePeople || !earlier || earlier.metric !== head.metric) return;
  const found = await samePeople.find(earlier.id, head.id);
  const moves = found.ok && found.value ? movesIn(found.value.scores) : null;
  if (!moves || pairsCounted(moves) === 0) return;
  const everyone = everyoneOf(map.everyone.counts, map.everyone.before, moves);
  show({ kind: 'ready', counted: { ...counted, map: { ...map, everyone }, pairs: pairsCounted(moves) } });
}

async function count(
  { counter }: Needs,
  head: WaveHead,
  earlier: WaveHead | null,
  request: CountRequest,
): Promise<SegmentsView> {
  const counts = await counter.map(request);
  if (!counts.ok) return { kind: 'failed', fault: counts.why };
  const { map, found, crosses, compared } = counts.value;
  const isSeveral = severalIn(map);
  const all = proposalsWith(map, found);
  const proposals = all.map((proposal) => ({
    proposal,
    row: rowOf(proposal.segment, isSeveral),
    narrower: proposal.narrower && rowOf(proposal.narrower.segment, isSeveral),
  }));
  const pairs = proposals
    .slice(0, proposalsAtMost)
    .map(({ row, narrower }) => narrower ?? row)
    .filter(({ segment }) => segment.crossed);
  // a selection takes a value out of several only once somebody chose it
  const offered = toInterview(all)
    .map(({ segment }) => rowOf(segment, isSeveral))
    .filter(({ needs }) => needs.every(({ value }) => value === ''));
  const shown = { head, earlier: compared ? earlier : null, map, pairs: 0, rows: [...pairs, ...rowsOf(map)] };
  const counted = { ...shown, proposals, offered, crosses, request };
  return { kind: 'ready', counted };
}

/** Counts the cross on screen whenever another is asked for, or the waves or edits beneath it change. */
export function followCross(
  { counter }: Needs,
  counted: ReadonlySignal<Counted | null>,
  names: ReadonlySignal<readonly [string, string] | null>,
  view: { value: CrossView },
): () => void {
  let asked = 0;
  let shown = '';
  const stop = effect(() => {
    const [of, wanted] = [counted.value, names.value];
    const mine = ++asked;
    if (!of || !wanted) {
      shown = '';
      view.value = { kind: 'none' };
      return;
    }
    if (shown !== JSON.stringify(wanted)) view.value = { kind: 'loading', names: wanted };
    shown = JSON.stringify(wanted);
    void counter.cross(of.request, wanted).then((next) => {
      if (mine === asked) view.value = crossViewOf(next, of.map);
    });
  });
  return () => {
    asked++;
    stop();
  };
}

function crossViewOf(counts: Awaited<ReturnType<Deps['counter']['cross']>>, map: SegmentMap): CrossView {
  if (counts.ok) {
    const isSeveral = severalIn(map);
    const { cross } = counts.value;
    return { kind: 'ready', cross, cells: cross.cells.map((row) => row.map((c) => rowOf(c, isSeveral))) };
  }
  const { why } = counts;
  switch (why.kind) {
    case 'quota':
    case 'unavailable':
    case 'damaged':
      return { kind: 'failed', fault: why };
    default:
      return { kind: 'refused', refusal: why };
  }
}

/** The first cross shown: of the most urgent proposal's dimension, if it has a partner, with the one that has the fewest values. */
export function firstCross({ map, proposals }: Counted): [string, string] | null {
  const bySize = map.dimensions
    .filter((d) => d.values > 1)
    .toSorted((a, b) => a.values - b.values)
    .map((d) => d.name);
  const urgent = proposals.flatMap(({ proposal: { segment, narrower } }) =>
    (narrower?.segment.crossed ?? segment.crossed ?? [segment]).map((s) => s.dimension),
  );
  const [rows, columns] = [...new Set([...urgent, ...bySize])].filter((name) => bySize.includes(name));
  return rows && columns ? [rows, columns] : null;
}
