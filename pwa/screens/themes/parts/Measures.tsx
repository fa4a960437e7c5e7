import { localeSpoken } from '#core/browser/parts/figures.ts';
import type { Measure } from '#core/themes/index.ts';
import { words } from '../words.ts';

function amountOf(value: number | null, unit: string): string {
  if (value === null) return words.measureForm.unknown;
  const figure = value.toLocaleString(localeSpoken(), { maximumFractionDigits: 3 });
  return `${figure.replace('-', '−')} ${unit}`.trim();
}

/** What moved in the own operation, before and after. */
export function Measures(props: {
  of: string;
  measures: readonly Measure[];
  onEdit(measure: Measure | 'new'): void;
}) {
  const { measures, onEdit } = props;
  return (
    <section class="sect">
      <div class="sect-h">
        <h2>{words.page.measures}</h2>
        <button type="button" class="btn txt" onClick={() => onEdit('new')}>
          {words.page.addMeasure}
        </button>
      </div>
      {measures.length === 0 ? (
        <p class="quiet">{words.page.measuresWhy}</p>
      ) : (
        <ul class="thm-list" aria-label={words.measureForm.caption(props.of)}>
          {measures.map((m) => (
            <li key={m.id}>
              <b class="strong">{m.what}</b>
              <span class="num">
                {amountOf(m.before, m.unit)} <span aria-hidden="true">→</span>
                <span class="vh"> {words.measureForm.later}</span> {amountOf(m.after, m.unit)}
              </span>
              <span class="quiet small">{m.since && words.measureForm.sinceThen(m.since)}</span>
              <button
                type="button"
                class="btn txt small"
                aria-label={`${words.edit}: ${m.what}`}
                onClick={() => onEdit(m)}
              >
                {words.edit}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
