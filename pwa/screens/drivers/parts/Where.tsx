import type { Concentration, SegmentReach } from '#core/themes/index.ts';
import { againstText, concentrationText, whereText } from '../figureWords.ts';
import { detailWords } from '../words.ts';

/** Segments named beneath each other. */
const namedAtMost = 3;

/** Where a driver was raised: the test's claim with a filled dot, a lean with a hollow one, else the segments it is raised in. */
export function Where({
  reach,
  concentration,
}: {
  reach: SegmentReach;
  concentration: Concentration | null;
}) {
  const [clearest] = concentration?.segments ?? [];
  if (concentration && clearest)
    return (
      <>
        <span class="claim">
          <span class={clearest.beyondNoise ? 'dot inl' : 'dot inl o'} aria-hidden="true" />
          <span>{concentrationText(concentration)}</span>
        </span>
        {concentration.segments.slice(0, namedAtMost).map((s) => (
          <span key={`${s.dimension} ${s.value}`} class="small quiet line">
            {againstText(s, concentration.segments.length > 1 && concentration.kind !== 'leaning')}
          </span>
        ))}
      </>
    );
  if (reach.kind !== 'named')
    return <span class={reach.kind === 'across' ? '' : 'quiet'}>{whereText(reach, concentration)}</span>;
  return (
    <>
      <ul class="sg">
        {reach.affected.slice(0, namedAtMost).map((s) => (
          <li key={`${s.dimension} ${s.value}`}>
            <span>{s.value}</span> <span class="small quiet nb">{detailWords.ofCount(s.k, s.n)}</span>
          </li>
        ))}
      </ul>
      <span class="small quiet line">{concentration && concentrationText(concentration)}</span>
    </>
  );
}
