import { countOf, percentOf, wholeOf } from '#core/browser/parts/figures.ts';
import type { Saturation } from '#core/themes/index.ts';
import type { EvidenceModel } from '../model.ts';
import { byBand } from '../part.ts';
import { choices } from '../rule.ts';
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
import { useWidth } from './useWidth.ts';

/** More parts than these are in the table alone. */
const mostPictures = 8;

/** When enough calls have been held: over all, and for each band or segment by itself. */
export function SaturationPart({ model }: { model: EvidenceModel }) {
  const [box, width] = useWidth();
  const now = model.saturation.value;
  if (!now) return null;
  const { all, each } = now;
  const by = model.by.value === byBand ? words.band.toLowerCase() : model.by.value;
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
      <Rule model={model} />
      <figure class="evi-all" ref={box}>
        <Curve value={words.everybody} saturation={all} most={most} width={width} height={220} />
      </figure>
      <section class="sect">
        <div class="sect-h">
          <h2>{words.saturation.title(`by ${by}`)}</h2>
        </div>
        <ul class="evi-small">
          {each.slice(0, mostPictures).map(({ value, saturation }) => (
            <li key={value}>
              <h3>{valueName(value)}</h3>
              <Curve
                value={valueName(value)}
                saturation={saturation}
                most={mostEach}
                width={270}
                height={130}
              />
              <p class="small">{stateText(saturation.state, saturation.rule)}</p>
            </li>
          ))}
        </ul>
        <Behind rows={[{ value: words.everybody, saturation: all }, ...each]} />
      </section>
    </PartPage>
  );
}

function nextOf(all: Saturation, open: readonly string[]) {
  const hold = { action: 'Hold the next call', href: '/interviews' };
  if (all.state.kind !== 'reached')
    return { strong: 'Not enough yet.', text: 'The next calls say whether more is to be learned.', ...hold };
  if (open.length > 0) return { strong: `${openText(open)}.`, text: 'Call those next.', ...hold };
  return {
    strong: 'The themes are there.',
    text: 'Now see how often each is raised.',
    action: 'See the drivers',
    href: '/drivers',
  };
}

function mostOf(all: readonly Saturation[]): { calls: number; themes: number } {
  return {
    calls: Math.max(...all.map((s) => s.points.length), 0),
    themes: Math.max(...all.map((s) => s.points.at(-1)?.total ?? 0), 0),
  };
}

function Behind({ rows }: { rows: readonly { value: string; saturation: Saturation }[] }) {
  const { heads } = words.saturation;
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
                <span class="only-s"> {points.length === 1 ? 'call' : 'calls'}</span>
              </td>
              <td class="rt">
                {wholeOf(points.at(-1)?.total ?? 0)}
                <span class="only-s"> themes</span>
              </td>
              <td class="rt nb">{run ? `${wholeOf(run.fresh)} new, ${percentOf(run.share)}` : ''}</td>
              <td>{stateText(state, rule)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The rule and what it is split by, all adjustable. */
function Rule({ model }: { model: EvidenceModel }) {
  const rule = model.rule.value;
  const set = (part: Partial<typeof rule>) => model.setRule({ ...rule, ...part });
  return (
    <div class="evi-rule">
      <Choice
        label={words.saturation.base}
        value={rule.base}
        options={choices.base.map((n) => ({ value: n, name: countOf(n, 'call', 'calls') }))}
        onPick={(base) => set({ base })}
      />
      <Choice
        label={words.saturation.run}
        value={rule.run}
        options={choices.run.map((n) => ({ value: n, name: wholeOf(n) }))}
        onPick={(run) => set({ run })}
      />
      <Choice
        label={words.saturation.threshold}
        value={rule.threshold}
        options={choices.threshold.map((n) => ({ value: n, name: percentOf(n) }))}
        onPick={(threshold) => set({ threshold })}
      />
      <label>
        {words.saturation.by}
        <select value={model.by.value} onChange={(event) => model.splitBy(event.currentTarget.value)}>
          <option value={byBand}>{words.band}</option>
          {model.dimensions.value.map((dimension) => (
            <option key={dimension} value={dimension}>
              {dimension}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function Choice(props: {
  label: string;
  value: number;
  options: readonly { value: number; name: string }[];
  onPick(value: number): void;
}) {
  return (
    <label>
      {props.label}
      <select value={props.value} onChange={(event) => props.onPick(Number(event.currentTarget.value))}>
        {props.options.map((o) => (
          <option key={o.value} value={o.value}>
            {o.name}
          </option>
        ))}
      </select>
    </label>
  );
}
