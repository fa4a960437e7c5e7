import { useComputed, useSignalEffect } from '@preact/signals';
import { NextLink } from '#core/browser/parts/NextBar.tsx';
import { FailedPage, LinkPage, LoadingPage } from '#core/browser/parts/PlainPage.tsx';
import { useModel } from '#core/browser/parts/useModel.ts';
import { bands } from '#core/waves/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import './drivers.css';
import type { Whose } from './figures.ts';
import { everyoneWords } from './figureWords.ts';
import { finding, lede, named, nextStep } from './findingWords.ts';
import { type DriversModel, type DriversView, makeDriversModel } from './model.ts';
import { DriverTableView } from './parts/DriverTableView.tsx';
import { EveryoneTable } from './parts/EveryoneTable.tsx';
import { GoneList } from './parts/GoneList.tsx';
import { MatrixFigure } from './parts/MatrixFigure.tsx';
import { Rules } from './parts/Rules.tsx';
import { Toolbar } from './parts/Toolbar.tsx';
import { bandNames, words } from './words.ts';

const whoseNames = (): readonly (readonly [Whose, string])[] => [
  ...bands.map((band) => [band, bandNames[band].many] as const),
  ['everyone', everyoneWords.whose],
];

/** The driver table: what moves the score, live while someone tags. */
export default function Screen() {
  const deps = useDeps();
  const [model, again] = useModel(makeDriversModel, deps);
  useSignalEffect(() => {
    if (model.view.value.kind !== 'ready') return;
    const bandsShown = whoseNames().map(([whose, name]) => ({
      name: words.show(name),
      run: () => model.show(whose),
    }));
    return deps.offer([{ name: words.csv, run: model.downloadCsv }, ...bandsShown]);
  });
  return <Drivers model={model} again={again} />;
}

function Drivers({ model, again }: { model: DriversModel; again(): void }) {
  const view = model.view.value;
  switch (view.kind) {
    case 'loading':
      return <LoadingPage what={words.loading} />;
    case 'failed':
      return <FailedPage {...words.failed} action={words.again} again={again} />;
    case 'noCycle':
      return <LinkPage {...words.noCycle} href="/survey" />;
    case 'ready':
      return <Ready model={model} />;
  }
}

type ReadyView = Extract<DriversView, { kind: 'ready' }>;

function Ready({ model }: { model: DriversModel }) {
  const { state } = useDeps();
  const view = useComputed(() => model.view.value);
  const now = view.value;
  if (now.kind !== 'ready') return null;
  const { table, interviewed } = now;
  const segment = model.segment.value;
  if (bands.every((b) => interviewed[b] === 0)) return <LinkPage {...words.nobody} href="/people" />;
  const next = nextStep(interviewed);
  const cycle = state.cycles.value.find(({ id }) => id === state.cycle.value)?.name ?? '';
  const everyone = model.whose.value === 'everyone';
  return (
    <>
      <main class="page">
        <div class="head">
          <h1>{headline(model, now)}</h1>
          <p class="lede">{lede(table, everyone ? [] : now.lines, segment?.value)}</p>
        </div>
        <div class="sect-h">
          <h2>{everyone ? everyoneWords.title : words.title(table.band)}</h2>
          <Toolbar model={model} />
        </div>
        {everyone ? (
          <EveryoneTable rows={model.everyone.value} onCsv={model.downloadCsv} />
        ) : (
          <OneBand model={model} view={now} cycle={cycle} />
        )}
      </main>
      <NextLink {...next} />
    </>
  );
}

function headline(model: DriversModel, { table, lines }: ReadyView): string {
  const [first] = model.everyone.value;
  const said = first && everyoneWords.finding(named(first), first.pooled);
  return said || finding(table, lines, model.segment.value?.value);
}

function OneBand({ model, view, cycle }: { model: DriversModel; view: ReadyView; cycle: string }) {
  const { rows, table, gone } = view;
  return (
    <>
      {rows.length > 0 ? <DriverTableView model={model} view={view} /> : <NoRows view={view} />}
      <GoneList gone={gone} />
      <Rules model={model} />
      {table.interviews[table.band] > 0 && (
        <section class="sect">
          <MatrixFigure model={model} cycle={cycle} />
        </section>
      )}
    </>
  );
}

function NoRows({ view: { table } }: { view: ReadyView }) {
  const held = table.untagged[table.band] > 0;
  return (
    <div class="empty drv-none">
      <h3>{held ? words.noneTagged(table.band) : words.noneInBand(table.band)}</h3>
      <p class="quiet">{words.whyBand[table.band]}</p>
    </div>
  );
}
