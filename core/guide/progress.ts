import { type Area, areas, type Guide } from './guide.ts';

/** A question that came on screen, `at` seconds into the call. */
export interface Visited {
  area: Area;
  question: string;
  at: number;
}

/** How far one area has come. */
export interface AreaProgress {
  area: Area;
  /** Seconds the guide plans for it. */
  planned: number;
  /** Seconds its questions were on screen so far. */
  used: number;
  /** Notes taken under it. */
  notes: number;
  /** Something was said about it: it holds a note. A question on screen alone covers nothing. */
  covered: boolean;
}

/**
 * Time and coverage of all four areas, in the guide's order. Areas may be visited in any order and more than once; a
 * visit lasts until the next one, the last until `elapsed` (seconds into the call). Time before the first visit
 * (greeting, consent) belongs to no area. Visits may come in any order, as two devices merge them.
 */
export function areaProgress(
  guide: Guide,
  visits: readonly Visited[],
  elapsed: number,
  noteAreas: readonly Area[],
): AreaProgress[] {
  const used: Record<Area, number> = { scoreDrivers: 0, experience: 0, competition: 0, priorities: 0 };
  const inTurn = [...visits].sort((a, b) => a.at - b.at);
  inTurn.forEach((visit, i) => {
    const until = inTurn[i + 1]?.at ?? Math.max(elapsed, visit.at);
    used[visit.area] += Math.max(0, until - visit.at);
  });
  return areas.map((area) => {
    const notes = noteAreas.filter((a) => a === area).length;
    return { area, planned: guide.minutes[area] * 60, used: used[area], notes, covered: notes > 0 };
  });
}
