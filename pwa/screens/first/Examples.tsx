import { words } from './words.ts';

const w = words.get;
/** Points of the score on the axis of the little plot, -40 to 60. */
const at = (points: number) => `${points + 40}%`;

/** Three things the method ends in, each in the form it has inside. */
export function Examples() {
  return (
    <section class="eg">
      <p class="small quiet">{w.title}</p>
      <div class="eg-3">
        <figure>
          <div class="eg-p num" aria-hidden="true">
            <span class="eg-plot">
              <i class="line" style={{ left: at(0) }} />
              <i class="line strong-line" style={{ left: at(31) }} />
              <span class="above" style={{ left: at(-15) }}>
                {w.now}
              </span>
              <span class="above" style={{ left: at(16) }}>
                {w.was}
              </span>
              <span class="below" style={{ left: at(0) }}>
                {w.zero}
              </span>
              <span class="below" style={{ left: at(31) }}>
                {w.everyone}
              </span>
              <span class="ivl" style={{ left: at(-30), width: '32%' }} />
              <span class="mv dn" style={{ left: at(-15), width: '31%' }} />
              <span class="dot" style={{ left: at(-15) }} />
            </span>
          </div>
          <Caption {...w.finding} />
        </figure>
        <figure>
          <blockquote class="said l">“{w.said}”</blockquote>
          <Caption {...w.reason} />
        </figure>
        <figure>
          <div class="eg-p num eg-d" aria-hidden="true">
            <span class="eg-n">
              <b>{w.count[0]}</b> {w.count[1]}
            </span>
            <span class="eg-f">
              <span class="ivl" style={{ left: '30%', width: '34%' }} />
              <i class="tick" style={{ left: '47%' }} />
            </span>
          </div>
          <Caption {...w.driver} />
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
