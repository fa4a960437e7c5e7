import { quotedOf } from '#core/browser/parts/figures.ts';
import { shown } from './figures.ts';
import { words } from './words.ts';

const [raised, of, driverLow, driverHigh] = shown.driver;

/** Points of the score on the axis of the little plot, -10 to 50. */
const at = (points: number) => `${(100 * (points + 10)) / 60}%`;
const wide = (from: number, to: number) => `${(100 * (to - from)) / 60}%`;

/** Three things the method ends in, each in the form it has inside. */
export function Examples() {
  return (
    <section class="eg">
      <p class="small quiet">{words.get.title}</p>
      <div class="eg-3">
        <figure>
          <div class="eg-p num" aria-hidden="true">
            <span class="eg-plot">
              <i class="line" style={{ left: at(0) }} />
              <i class="line strong-line" style={{ left: at(shown.everyone) }} />
              <span class="above" style={{ left: at(shown.now) }}>
                {words.get.now}
              </span>
              <span class="above" style={{ left: at(shown.was) }}>
                {words.get.was}
              </span>
              <span class="below" style={{ left: at(0) }}>
                {words.get.zero}
              </span>
              <span class="below" style={{ left: at(shown.everyone) }}>
                {words.get.everyone}
              </span>
              <span class="ivl" style={{ left: at(shown.low), width: wide(shown.low, shown.high) }} />
              <span class="mv dn" style={{ left: at(shown.now), width: wide(shown.now, shown.was) }} />
              <span class="dot" style={{ left: at(shown.now) }} />
            </span>
          </div>
          <Caption {...words.get.finding} />
        </figure>
        <figure>
          <blockquote class="said l">{quotedOf(words.get.said)}</blockquote>
          <Caption {...words.get.reason} />
        </figure>
        <figure>
          <div class="eg-p num eg-d" aria-hidden="true">
            <span class="eg-n">
              <b>{words.get.count[0]}</b> {words.get.count[1]}
            </span>
            <span class="eg-f">
              <span class="ivl" style={{ left: `${driverLow}%`, width: `${driverHigh - driverLow}%` }} />
              <i class="tick" style={{ left: `${(100 * raised) / of}%` }} />
            </span>
          </div>
          <Caption {...words.get.driver} />
        </figure>
      </div>
    </section>
  );
}

function Caption({ title, text }: { title: string; text: string }) {
  return (
    <figcaption>
      <b class="strong">{title}</b> <span class="quiet">{text}</span>
    </figcaption>
  );
}
