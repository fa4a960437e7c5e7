import { percentOf, shareRangeOf } from '#core/browser/parts/figures.ts';
import { IntervalPlot } from '#core/browser/parts/IntervalPlot.tsx';
import type { Rate, RateOfValue } from '#core/waves/index.ts';
import { listWords as w } from '../listWords.ts';

/** Rows of the picture: a dot with its interval for each value, the whole as a line through all of them. */
export interface RateRowsProps {
  /** What the axis measures. */
  caption: string;
  whole: { name: string; rate: Rate };
  rates: readonly RateOfValue[];
  /** What stands beside a value: "210 of 500". */
  beside(rate: Rate): string;
  nameOf(value: string): string;
}

/** Values drawn before the table has to be opened for the rest. */
const drawn = 12;

/** Shares with their intervals on one axis from 0 %: filled where beyond noise, hollow where it could be noise. */
export function RateRows({ caption, whole, rates, beside, nameOf }: RateRowsProps) {
  const axis = axisOf([whole.rate, ...rates.slice(0, drawn).map(({ rate }) => rate)]);
  const lines = [{ at: 0, strong: true }, { at: whole.rate.value }];
  return (
    <figure class="qtr-rates">
      <figcaption class="vh">{caption}</figcaption>
      <ul>
        <li class="qtr-whole">
          <span class="strong">{whole.name}</span>
          <IntervalPlot {...plotOf(whole.rate)} axis={axis} beyondNoise lines={lines} />
          <Figures rate={whole.rate} beside={beside(whole.rate)} />
        </li>
        {rates.slice(0, drawn).map(({ name, rate, beyondNoise, tooFew }) => (
          <li key={name}>
            <span>{nameOf(name)}</span>
            <IntervalPlot {...plotOf(rate)} axis={axis} beyondNoise={beyondNoise} lines={lines} />
            <Figures
              rate={rate}
              beside={beside(rate)}
              note={tooFew ? w.tooFew : beyondNoise ? w.beyond : w.noise}
            />
          </li>
        ))}
      </ul>
      <Axis axis={axis} whole={whole} />
      {rates.length > drawn && <p class="small quiet">{w.more(rates.length - drawn)}</p>}
      <p class="small quiet" aria-hidden="true">
        <i class="dot inl" /> {w.beyond} <i class="dot o inl" /> {w.noise}
      </p>
    </figure>
  );
}

/** What the lines through the rows stand for: zero, the whole unless its name would lie on an end, and the end. */
function Axis({
  axis: [from, to],
  whole,
}: { axis: readonly [number, number] } & Pick<RateRowsProps, 'whole'>) {
  const at = (whole.rate.value - from) / (to - from);
  // beside its line, on the side where there is more room
  const style = at > 0.5 ? { right: `${100 - 100 * at}%` } : { left: `${100 * at}%` };
  return (
    <p class="qtr-axis small quiet num" aria-hidden="true">
      <span class="qtr-scale">
        <span class="qtr-at">{percentOf(from)}</span>
        {at > 0.12 && at < 0.88 && (
          <span class="qtr-at" style={style}>
            {lowered(whole.name)}
          </span>
        )}
        <span class="qtr-at end">{percentOf(to)}</span>
      </span>
    </p>
  );
}

function Figures({ rate, beside, note }: { rate: Rate; beside: string; note?: string }) {
  return (
    <span class="qtr-fig num">
      <b class="strong">{percentOf(rate.value)}</b>{' '}
      <span class="quiet small">
        {shareRangeOf(rate.low, rate.high)} <span class="nb">{beside}</span>
        {note && <span class="vh">, {note}</span>}
      </span>
    </span>
  );
}

const lowered = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

const plotOf = (rate: Rate) => ({ value: rate.value, low: rate.low, high: rate.high });

/** From zero to the next tenth above what is drawn. */
const axisOf = (rates: readonly Rate[]): readonly [number, number] => [
  0,
  Math.min(1, Math.ceil(10 * Math.max(...rates.map(({ high }) => high))) / 10),
];

/** "210 of 500". */
export const hitsOf = ({ hits, of }: Rate): string => w.hits(hits, of);
