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
  return { name: `Q${quarter} ${parts[1]}`, startsOn: firstDayOf(Number(parts[1]), quarter) };
}

/** Days of the first and the last answer of a survey, written YYYY-MM-DD; empty where unknown. */
export interface AnswerDays {
  firstDay: string;
  lastDay: string;
}

/** Answers that came over more days than the twelve weeks have are no round that went out on one of them. */
const longestRound = 84;

/**
 * The first day of a cycle, from the first survey in it: the Monday of the week in which its first answers came, so that
 * the survey falls into weeks 1 and 2; answers without a day came today. The quarter that the name speaks of is believed
 * over answers that lie outside it, and a quarter's first day stands where the answers ran on for longer than twelve weeks.
 */
export function startOf(name: string, answers: AnswerDays, today: string): string {
  const dated = quarterOf(answers.firstDay) !== null && quarterOf(answers.lastDay) !== null;
  const { firstDay, lastDay } = dated ? answers : { firstDay: today, lastDay: today };
  const named = quarterNamedIn(name);
  const year = /\b((?:19|20)\d{2})\b/.exec(name)?.[1];
  if (named && (lastDay < named.startsOn || firstDay >= named.endsBefore)) return named.startsOn;
  if (!named && !dated && year && year !== today.slice(0, 4)) return `${year}-01-01`;
  const quarter = named?.startsOn ?? quarterOf(lastDay)?.startsOn ?? today;
  const took = (Date.parse(lastDay) - Date.parse(firstDay)) / msADay;
  return took < longestRound ? mondayOf(firstDay) : quarter;
}

/** The quarter a name speaks of ("Q4 2026", "2026, q4-2026"), with the first day after it. */
function quarterNamedIn(name: string): { startsOn: string; endsBefore: string } | null {
  const named = /\bQ([1-4])\D{0,3}(\d{4})\b/i.exec(name);
  if (!named) return null;
  const [quarter, year] = [Number(named[1]), Number(named[2])];
  const endsBefore = quarter === 4 ? firstDayOf(year + 1, 1) : firstDayOf(year, quarter + 1);
  return { startsOn: firstDayOf(year, quarter), endsBefore };
}

const msADay = 86_400_000;

const firstDayOf = (year: number, quarter: number): string =>
  `${String(year).padStart(4, '0')}-${String(3 * quarter - 2).padStart(2, '0')}-01`;

/** The Monday of a day's week; the text itself for what is no day. */
function mondayOf(day: string): string {
  const at = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return day;
  const sinceMonday = (at.getUTCDay() + 6) % 7;
  return new Date(at.getTime() - sinceMonday * msADay).toISOString().slice(0, 10);
}
