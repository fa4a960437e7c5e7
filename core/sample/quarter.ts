/** A cycle's name and first day, from a day of its survey. */
export interface Quarter {
  /** "Q4 2026". */
  name: string;
  /** YYYY-MM-DD of the quarter's first day. */
  startsOn: string;
}

/** The calendar quarter of a day written YYYY-MM-DD; null when it is no day. */
export function quarterOf(day: string): Quarter | null {
  const parts = /^(\d{4})-(\d{2})-\d{2}/.exec(day);
  const month = Number(parts?.[2]);
  if (!parts || month < 1 || month > 12) return null;
  const quarter = Math.ceil(month / 3);
  const first = String(3 * quarter - 2).padStart(2, '0');
  return { name: `Q${quarter} ${parts[1]}`, startsOn: `${parts[1]}-${first}-01` };
}

/** The first day of a cycle: of the quarter its name speaks of, else of the quarter the answers came in, else today's. */
export function startOf(name: string, lastDay: string, today: string): string {
  const named = /\bQ([1-4])\D{0,3}(\d{4})\b/i.exec(name);
  if (named) return `${named[2]}-${String(3 * Number(named[1]) - 2).padStart(2, '0')}-01`;
  const year = /\b((?:19|20)\d{2})\b/.exec(name)?.[1];
  const fromDays = quarterOf(lastDay)?.startsOn;
  if (fromDays) return fromDays;
  return year ? `${year}-01-01` : (quarterOf(today)?.startsOn ?? today);
}
