import type { Counted, SegmentsModel } from '../model.ts';
import type { Row } from '../rows.ts';
import { narrowerText, reasonText, worthWords } from '../worthWords.ts';

/** Proposals shown: more would be no choice. */
const most = 6;

/** Which segments to interview and why, in words; one line where two would be about the same people. */
export function Worth({ model, counted }: { model: SegmentsModel; counted: Counted }) {
  const { proposals, crosses } = counted;
  const earlier = counted.earlier?.cycleName ?? '';
  return (
    <section class="sect worth">
      <h2>{worthWords.title}</h2>
      {proposals.length === 0 && <p class="quiet">{worthWords.none}</p>}
      <ul>
        {proposals.slice(0, most).map(({ proposal, row, narrower }) => (
          <li key={row.key}>
            <p>
              <b class="strong">{row.segment.value}</b>{' '}
              <span class="quiet small">{row.segment.dimension}</span>
              <br />
              {reasonText(proposal, earlier)}
              {proposal.narrower && narrower && (
                <span class="worth-part">
                  {narrowerText(proposal.narrower)}{' '}
                  {!model.ticked.value.has(narrower.key) && (
                    <button type="button" class="btn txt" onClick={() => model.swap(row, narrower)}>
                      {worthWords.instead}
                    </button>
                  )}
                </span>
              )}
            </p>
            <TickButton model={model} row={row} inside={narrower} />
          </li>
        ))}
      </ul>
      <p class="why">{worthWords.looked(crosses.looked, crosses.all)}</p>
    </section>
  );
}

function TickButton({ model, row, inside }: { model: SegmentsModel; row: Row; inside: Row | null }) {
  const on = model.ticked.value.has(row.key);
  const insideOn = inside !== null && model.ticked.value.has(inside.key);
  return (
    <button
      type="button"
      class="btn s"
      aria-label={worthWords.name(row.segment, on)}
      onClick={() => (insideOn && !on ? model.swap(inside, row) : model.toggle(row))}
    >
      {on ? worthWords.on : worthWords.off}
    </button>
  );
}
