import type { ComponentChildren } from 'preact';
import { shownDimension, shownValue } from '#core/segments/index.ts';
import { proposalsAtMost } from '../counted.ts';
import type { Counted, SegmentsModel } from '../model.ts';
import type { Row } from '../rows.ts';
import { narrowerText, reasonText, worthWords } from '../worthWords.ts';

/** Which segments to interview and why, in words; one line where two would be about the same people. */
export function Worth({ model, counted }: { model: SegmentsModel; counted: Counted }) {
  const { proposals, crosses } = counted;
  const earlier = counted.earlier?.cycleName ?? '';
  return (
    <section class="sect worth">
      <h2>{worthWords.title}</h2>
      {proposals.length === 0 && <p class="quiet">{worthWords.none}</p>}
      <ul>
        {proposals.slice(0, proposalsAtMost).map(({ proposal, row, narrower }) => (
          <li key={row.key}>
            <p>
              <b class="strong">{shownValue(row.segment.value)}</b>{' '}
              <span class="quiet small">{shownDimension(row.segment.dimension)}</span>
              <br />
              {reasonText(proposal, earlier)}
              {proposal.narrower && narrower && (
                <Part model={model} part={narrower} of={row}>
                  {narrowerText(proposal.narrower)}
                </Part>
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

/** Where most of a segment lies: to be called in its place, or unticked again. */
function Part({
  model,
  part,
  of,
  children,
}: {
  model: SegmentsModel;
  part: Row;
  of: Row;
  children: ComponentChildren;
}) {
  const on = model.ticked.value.has(part.key);
  return (
    <span class={on ? 'worth-part on' : 'worth-part'}>
      {children}{' '}
      <button
        type="button"
        class="btn txt"
        {...(on && { 'aria-label': worthWords.name(part.segment, on) })}
        onClick={() => (on ? model.toggle(part) : model.swap(of, part))}
      >
        {on ? worthWords.on : worthWords.instead}
      </button>
    </span>
  );
}

function TickButton({ model, row, inside }: { model: SegmentsModel; row: Row; inside: Row | null }) {
  const on = model.ticked.value.has(row.key);
  const insideOn = inside !== null && model.ticked.value.has(inside.key);
  const { value, dimension } = row.segment;
  return insideOn && !on ? (
    <button
      type="button"
      class="btn s"
      aria-label={`${worthWords.whole}: ${shownValue(value)}, ${shownDimension(dimension)}`}
      onClick={() => model.swap(inside, row)}
    >
      {worthWords.whole}
    </button>
  ) : (
    <button
      type="button"
      class="btn s"
      aria-label={worthWords.name(row.segment, on)}
      onClick={() => model.toggle(row)}
    >
      {on ? worthWords.on : worthWords.off}
    </button>
  );
}
