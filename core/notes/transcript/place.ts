import type { Area } from '../../guide/index.ts';
import type { Note, SaidPlace, Visit } from '../records.ts';
import type { TranscriptHead } from './records.ts';
import { secondsAt, type Turn } from './turn.ts';

/** A selection without the white space at its ends; null when nothing is left of it. Positions count UTF-16 units. */
export function tidyPlace(place: SaidPlace, turn: Pick<Turn, 'text'>): SaidPlace | null {
  const low = Math.max(0, Math.min(place.from, place.to));
  const high = Math.min(turn.text.length, Math.max(place.from, place.to));
  const said = turn.text.slice(low, high);
  const from = low + (said.length - said.trimStart().length);
  const to = low + said.trimEnd().length;
  return to > from ? { ...place, from, to } : null;
}

/** The words at a place. */
export const wordsAt = (place: SaidPlace, turns: readonly Turn[]): string =>
  turns[place.turn]?.text.slice(place.from, place.to) ?? '';

/** Whole second of the call at which a place was said; 0 where the transcript gives no times. */
export function callSecondAt(
  head: Pick<TranscriptHead, 'offset'>,
  turns: readonly Turn[],
  place: SaidPlace,
): number {
  const known = secondsAt(turns, place.turn, place.from);
  return known === null ? 0 : Math.max(0, Math.round(known + head.offset));
}

/** Whether these words are the customer's own: those of whoever is not known to be somebody else are. */
export function isCustomers(head: Pick<TranscriptHead, 'sides'>, speaker: string): boolean {
  return (head.sides[speaker] ?? 'customer') === 'customer';
}

/** The area and question on screen at a second of the call; the first area when none was. `visits` by time. */
export function questionAt(visits: readonly Visit[], second: number): { area: Area; question: string } {
  const on = visits.findLast((visit) => visit.at <= second) ?? visits[0];
  return { area: on?.area ?? 'scoreDrivers', question: on?.question ?? '' };
}

/** A note beside a place: `same` words exactly, or some of them. */
export interface Neighbour<N> {
  note: N;
  same: boolean;
}

/** Notes whose words overlap those at a place, exact ones first: the same place tagged twice is seen. */
export function notesAt<N extends Pick<Note, 'place'>>(
  place: SaidPlace,
  notes: readonly N[],
): Neighbour<N>[] {
  const found = notes.flatMap((note): Neighbour<N>[] => {
    const own = note.place;
    if (!own || own.transcript !== place.transcript || own.turn !== place.turn) return [];
    if (own.to <= place.from || own.from >= place.to) return [];
    return [{ note, same: own.from === place.from && own.to === place.to }];
  });
  return found.sort((a, b) => Number(b.same) - Number(a.same));
}

/** A stretch of a turn's text and the notes that lie on it. */
export interface Stretch<N> {
  from: number;
  text: string;
  notes: readonly N[];
}

/** A turn's text cut where notes begin and end; joined, the stretches are the text again. */
export function stretchesOf<N extends Pick<Note, 'place'>>(
  turn: Pick<Turn, 'text'>,
  notes: readonly N[],
): Stretch<N>[] {
  const { length } = turn.text;
  const ends = notes.flatMap((n) => (n.place ? [n.place.from, n.place.to] : []));
  const cuts = [...new Set([0, length, ...ends.map((at) => Math.min(Math.max(0, at), length))])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((from, i) => {
    const to = cuts[i + 1] ?? length;
    const on = notes.filter((n) => n.place && n.place.from <= from && n.place.to >= to);
    return { from, text: turn.text.slice(from, to), notes: on };
  });
}
