import { useComputed, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { NextBar } from '#core/browser/parts/NextBar.tsx';
import { Pick } from '#core/browser/parts/Pick.tsx';
import { FailedPage, LoadingPage, PlainPage } from '#core/browser/parts/PlainPage.tsx';
import { bands } from '#core/waves/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import './drivers.css';
import { type DriversModel, makeDriversModel } from './model.ts';
import { DriverTableView } from './parts/DriverTableView.tsx';
import { bandNames, finding, lede, nextStep, words } from './words.ts';

/** The driver table: what moves the score, live while someone tags. */
export default function Screen() {
  const deps = useDeps();
  const [round, setRound] = useState(0);
  const model = useMemo(() => makeDriversModel(deps), [deps, round]);
  useEffect(() => model.dispose, [model]);
  useSignalEffect(() => {
    if (model.view.value.kind !== 'ready') return;
    return deps.offer([{ name: words.csv, run: model.downloadCsv }]);
  });
  return <Drivers model={model} again={() => setRound(round + 1)} />;
}

function Drivers({ model, again }: { model: DriversModel; again(): void }) {
  const view = model.view.value;
  switch (view.kind) {
    case 'loading':
      return <LoadingPage what={words.loading} />;
    case 'failed':
      return <FailedPage {...words.failed} action={words.again} damaged={false} again={again} />;
    case 'noCycle':
      return (
        <PlainPage title={words.noCycle.title} text={words.noCycle.text}>
          <a class="btn do" href="/survey">
            {words.noCycle.action}
          </a>
        </PlainPage>
      );
    case 'ready':
      return <Ready model={model} />;
  }
}

function Ready({ model }: { model: DriversModel }) {
  const view = useComputed(() => model.view.value);
  const now = view.value;
  if (now.kind !== 'ready') return null;
  const { table, rows } = now;
  const band = model.band.value;
  if (bands.every((b) => table.interviews[b] === 0))
    return (
      <PlainPage title={words.nobody.title} text={words.nobody.text}>
        <a class="btn do" href="/people">
          {words.nobody.action}
        </a>
      </PlainPage>
    );
  const next = nextStep(table);
  return (
    <>
      <main class="page">
        <div class="head">
          <h1>{finding(table)}</h1>
          <p class="lede">{lede(table)}</p>
          <a class="small" href="/evidence">
            {words.evidence}
          </a>
        </div>
        <div class="sect-h">
          <h2>{words.title(band)}</h2>
          <Pick
            label={words.bandLabel}
            options={bands.map((b) => ({ value: b, name: bandNames[b].title }))}
            value={band}
            onPick={model.showBand}
          />
        </div>
        {rows.length > 0 ? (
          <DriverTableView model={model} table={table} rows={rows} />
        ) : (
          <NoRows model={model} />
        )}
      </main>
      <NextBar
        action={
          <a class="btn do" href={next.href}>
            {next.action}
          </a>
        }
      >
        <b class="strong">{next.strong}</b> <span class="quiet">{next.text}</span>
      </NextBar>
    </>
  );
}

function NoRows({ model }: { model: DriversModel }) {
  const band = model.band.value;
  const now = model.view.value;
  const held = now.kind === 'ready' && now.table.interviews[band] > 0;
  return (
    <div class="empty drv-none">
      <h3>{held ? words.noneTagged(band) : words.noneInBand(band)}</h3>
      <p class="quiet">{words.whyBand[band]}</p>
    </div>
  );
}
