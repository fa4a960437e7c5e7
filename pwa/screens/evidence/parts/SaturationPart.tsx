import type { ComponentProps } from 'preact';
import { wholeOf } from '#core/browser/parts/figures.ts';
import { useWidth } from '#core/browser/parts/useWidth.ts';
import type { Saturation } from '#core/themes/index.ts';
import type { EvidenceModel } from '../model.ts';
import { byBand } from '../part.ts';
import {
  openText,
  partsOpen,
  saturationFinding,
  saturationLede,
  stateText,
  valueName,
  words,
} from '../words.ts';
import { Curve } from './Curve.tsx';
import { PartPage } from './PartPage.tsx';
import { RuleFields, SplitBy } from './RuleFields.tsx';

/** More parts than these are in the table alone. */
const mostPictures = 8;

/** When enough calls have been held: over all, and for each band or segment by itself. */
export function SaturationPart({ model }: { model: EvidenceModel }) {
  const now = model.saturation.value;
  if (!now) return null;
  const { all, each } = now;
  const by = model.by.value === byBand ? '' : model.by.value;
  const most = mostOf([all]);
  const mostEach = mostOf(each.map((e) => e.saturation));
  const open = partsOpen(each);
  return (
    <PartPage
      model={model}
      finding={saturationFinding(all)}
      lede={saturationLede(all, each)}
      rules={words.saturation.rules(all.rule)}
      next={nextOf(all, open)}
    >
      <RuleFields model={model} />
      <figure class="evi-all">
        <Drawn value={words.everybody} saturation={all} most={most} height={240} />
        <figcaption class="small quiet">{words.saturation.dots}</figcaption>
      </figure>
      <section class="sect">
        <div class="sect-h">
          <h2>{words.saturation.title(by)}</h2>
          <SplitBy model={model} />
        </div>
        <ul class="evi-small">
          {each.slice(0, mostPictures).map(({ value, saturation }) => (
            <li key={value}>
              <h3>{valueName(value)}</h3>
              <Drawn value={valueName(value)} saturation={saturation} most={mostEach} height={140} />
              <p class="small">{stateText(saturation.state, saturation.rule)}</p>
            </li>
          ))}
        </ul>
        <Behind rows={[{ value: words.everybody, saturation: all }, ...each]} />
      </section>
    </PartPage>
  );
}

/** A curve as wide as the place it has, so that its lettering keeps its size. */
function Drawn(props: Omit<ComponentProps<typeof Curve>, 'width'>) {
  const [box, width] = useWidth<HTMLDivElement>();
  return (
    <div ref={box}>
      <Curve {...props} width={width} />
    </div>
  );
}

function nextOf(all: Saturation, open: readonly string[]) {
  const { next } = words.saturation;
  const hold = { action: next.hold, href: '/interviews' };
  if (all.state.kind !== 'reached') return { ...next.few, ...hold };
  if (open.length > 0) return { strong: `${openText(open)}.`, text: next.open, ...hold };
  return { ...next.done, action: next.drivers, href: '/drivers' };
}

function mostOf(all: readonly Saturation[]): { calls: number; themes: number } {
  return {
    calls: Math.max(...all.map((s) => s.points.length), 0),
    themes: Math.max(...all.map((s) => s.points.at(-1)?.total ?? 0), 0),
  };
}

function Behind({ rows }: { rows: readonly { value: string; saturation: Saturation }[] }) {
  const { heads, beside, latest } = words.saturation;
  return (
    <table class="evi-t evi-sat">
      <caption class="vh">{words.saturation.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{heads.whose}</th>
          <th scope="col" class="rt">
            {heads.calls}
          </th>
          <th scope="col" class="rt">
            {heads.themes}
          </th>
          <th scope="col" class="rt">
            {heads.run}
          </th>
          <th scope="col">{heads.state}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ value, saturation: { points, runs, state, rule } }) => {
          const run = runs.at(-1);
          return (
            <tr key={value}>
              <th scope="row">{valueName(value)}</th>
              <td class="rt">
                {wholeOf(points.length)}
                <span class="only-s"> {beside.calls(points.length)}</span>
              </td>
              <td class="rt">
                {wholeOf(points.at(-1)?.total ?? 0)}
                <span class="only-s"> {beside.themes}</span>
              </td>
              <td class="rt nb">{run ? latest(run.fresh, run.share) : ''}</td>
              <td>{stateText(state, rule)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
