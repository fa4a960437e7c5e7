import type { WeekStanding } from '#core/cycles/index.ts';

/**
 * The piece of the line beside one week: solid where it is done, dotted where it is not, its knot at the height of the
 * week's name. Drawn for the eye only: the row says the same in words.
 */
export function LeadLine({ week, nextDone }: { week: WeekStanding; nextDone: boolean | null }) {
  const knot = 22;
  const done = week.done ? 'sounded' : 'unsounded';
  const below = week.done && nextDone ? 'sounded' : 'unsounded';
  const half = week.place === 'now' ? 9 : week.done ? 6 : 3.5;
  return (
    <svg class="qtr-line" aria-hidden="true">
      {week.week > 1 && <line class={done} x1="10" x2="10" y1="0" y2={knot} />}
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
