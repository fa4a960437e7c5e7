import type { WeekStanding } from '#core/cycles/index.ts';

interface LeadLineProps {
  week: WeekStanding;
  /** Whether the weeks before and after it are done; null where there is none. */
  beforeDone: boolean | null;
  nextDone: boolean | null;
}

/**
 * The piece of the line beside one week: solid between weeks that are done, dotted elsewhere, its knot at the height of the
 * week's name. Drawn for the eye only: the row says the same in words.
 */
export function LeadLine({ week, beforeDone, nextDone }: LeadLineProps) {
  const knot = 22;
  const above = week.done && beforeDone ? 'sounded' : 'unsounded';
  const below = week.done && nextDone ? 'sounded' : 'unsounded';
  const half = week.place === 'now' ? 9 : week.done ? 6 : 3.5;
  return (
    <svg class="qtr-line" aria-hidden="true">
      {beforeDone !== null && <line class={above} x1="10" x2="10" y1="0" y2={knot} />}
      {nextDone !== null && <line class={below} x1="10" x2="10" y1={knot} y2="100%" />}
      <line
        class={week.place === 'now' ? 'knot-now' : week.done ? 'knot-done' : 'knot'}
        x1={10 - half}
        x2={10 + half}
        y1={knot}
        y2={knot}
      />
    </svg>
  );
}
