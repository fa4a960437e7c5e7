import type { WaveColumns } from '../waves/index.ts';
import { type SegmentRef, segmentsOfRow } from './candidate.ts';
import type { Quota } from './quotas.ts';
import { counts, type RosterEntry } from './roster.ts';
import { stratumOf } from './substitute.ts';

/**
 * Somebody on the roster with their segments as the wave is read now: since they were drawn, values may have been renamed,
 * merged or put into ranges. Whoever is of another wave, or of none, stays as they are.
 */
export function asReadNow<T extends RosterEntry>(entry: T, wave: { id: string; columns: WaveColumns }): T {
  if (entry.outside || entry.wave !== wave.id) return entry;
  const segments = segmentsOfRow(wave.columns, entry.row);
  const segment = stratumOf(entry)?.segment ?? null;
  const value = segment && segments[segment.dimension];
  return { ...entry, segments, segment: segment && { ...segment, value: value ?? segment.value } };
}

/**
 * What is still wanted when the people on the roster are taken off the quotas. Each counts for one quota of their band and
 * segment: the one they were drawn for while it has room, else whichever lets the most people count in all, so that nobody
 * is drawn for a place that somebody on the roster could take. Segments count by their names in the entry and by those that
 * `readNow` gives. Quotas that are full stay, with a want of 0.
 */
export function remainingQuotas(
  quotas: readonly Quota[],
  roster: readonly RosterEntry[],
  readNow: (entry: RosterEntry) => RosterEntry = (entry) => entry,
): Quota[] {
  const places = quotas.map((quota): Place => ({ quota, taken: [] }));
  const people = roster
    .filter(counts)
    .map((entry): Counted => ({ band: entry.band, named: [entry, readNow(entry)] }));
  const others = people.filter((person) => {
    const own = places.find((place) => hasRoom(place) && isDrawnFor(person, place.quota));
    own?.taken.push(person);
    return !own;
  });
  for (const person of others) take(person, places, new Set());
  return places.map(({ quota, taken }) => ({ ...quota, want: quota.want - taken.length }));
}

/** A quota and who counts for it. */
interface Place {
  quota: Quota;
  taken: Counted[];
}

/** Somebody who counts, with their segments as they were named when drawn and as they are named now. */
interface Counted {
  band: RosterEntry['band'];
  named: readonly Pick<RosterEntry, 'segments' | 'segment'>[];
}

const hasRoom = ({ quota, taken }: Place): boolean => taken.length < quota.want;

/** Finds a place, moving others on where that makes room (an augmenting path); `asked` are places that were tried. */
function take(person: Counted, places: readonly Place[], asked: Set<Place>): boolean {
  for (const place of places) {
    if (asked.has(place) || !fits(person, place.quota)) continue;
    asked.add(place);
    const at = hasRoom(place)
      ? place.taken.length
      : place.taken.findIndex((other) => take(other, places, asked));
    if (at < 0) continue;
    place.taken[at] = person;
    return true;
  }
  return false;
}

const isDrawnFor = ({ band, named }: Counted, quota: Quota): boolean =>
  band === quota.band && named.some(({ segment }) => segment !== undefined && isSame(segment, quota.segment));

const fits = (person: Counted, quota: Quota): boolean => {
  const { band, segment } = quota;
  const isIn =
    segment === null || person.named.some((as) => as.segments[segment.dimension] === segment.value);
  return (isIn && band === person.band) || isDrawnFor(person, quota);
};

const isSame = (a: SegmentRef | null, b: SegmentRef | null): boolean =>
  a?.dimension === b?.dimension && a?.value === b?.value;
