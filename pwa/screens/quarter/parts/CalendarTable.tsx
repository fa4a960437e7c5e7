import type { Calendar } from '#core/cycles/index.ts';
import { daysOf, ownerText, standingText, weekWords, words } from '../words.ts';

/** The picture's table: every week with its days, owner, milestone and standing. */
export function CalendarTable({ calendar, today }: { calendar: Calendar; today: string }) {
  const { heads } = words;
  return (
    <div class="tw">
      <table class="qtr-table">
        <thead>
          <tr>
            <th scope="col">{heads.week}</th>
            <th scope="col">{heads.days}</th>
            <th scope="col">{heads.work}</th>
            <th scope="col">{heads.milestone}</th>
            <th scope="col">{heads.owner}</th>
            <th scope="col">{heads.standing}</th>
            <th scope="col">{heads.note}</th>
          </tr>
        </thead>
        <tbody>
          {calendar.weeks.map((week) => (
            <tr key={week.week}>
              <th scope="row">{week.week}</th>
              <td data-label={heads.days} class="nb">
                {daysOf(week)}
              </td>
              <td data-label={heads.work}>{weekWords[week.week]?.title}</td>
              <td data-label={heads.milestone}>{weekWords[week.week]?.milestone}</td>
              <td data-label={heads.owner}>{ownerText(week)}</td>
              <td data-label={heads.standing} class={week.overdue ? 'strong' : ''}>
                {standingText(week, today)}
              </td>
              <td data-label={heads.note} class="qtr-note">
                {week.note}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
