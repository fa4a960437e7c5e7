import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { BandMark } from '#core/browser/parts/marks.tsx';
import { momentOf } from '#core/browser/parts/moment.ts';
import { NextBar } from '#core/browser/parts/NextBar.tsx';
import { FailedPage, LinkPage, LoadingPage, PlainPage } from '#core/browser/parts/PlainPage.tsx';
import { SatisfactionOnly } from '#core/browser/parts/SatisfactionOnly.tsx';
import { useModel } from '#core/browser/parts/useModel.ts';
import { useTurn } from '#core/browser/parts/useTurn.ts';
import { onlySatisfactionOf } from '#core/sample/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import './segments.css';
import { finding, lede } from './findingWords.ts';
import { makeSegmentsModel, type SegmentsModel } from './model.ts';
import { nextStep } from './nextStep.ts';
import { CrossFigure } from './parts/CrossFigure.tsx';
import { MapFigure } from './parts/MapFigure.tsx';
import { TableBehind } from './parts/TableBehind.tsx';
import { Toolbar } from './parts/Toolbar.tsx';
import { ValuesDialog } from './parts/ValuesDialog.tsx';
import { Worth } from './parts/Worth.tsx';
import { faultText, words } from './words.ts';
import { worthWords } from './worthWords.ts';

/** The segmentation map: where the score is weak or moved, and which segments to call. */
export default function Screen() {
  const deps = useDeps();
  const [model, again] = useModel(makeSegmentsModel, deps);
  // one dimension, or one of its values, found by name elsewhere
  const { query } = deps.place.value;
  const [only, search] = [query.get('in'), query.get('find') ?? ''];
  useEffect(() => {
    if (only !== null) model.setLook({ only, search, cross: null, hidden: [] });
  }, [model, only, search]);
  useSignalEffect(() => {
    if (model.view.value.kind !== 'ready') return;
    return deps.offer([{ name: words.csvCommand, run: model.downloadCsv }]);
  });
  return <Segments model={model} again={again} />;
}

function Segments({ model, again }: { model: SegmentsModel; again(): void }) {
  const view = model.view.value;
  const { cycle, waves } = useDeps().state;
  const satisfaction = onlySatisfactionOf(cycle.value, waves.value);
  if (view.kind === 'noWave' && satisfaction) return <SatisfactionOnly head={satisfaction} on="segments" />;
  switch (view.kind) {
    case 'loading':
      return <LoadingPage what={words.loading} />;
    case 'noWave':
      return <LinkPage {...words.noWave} href="/survey" />;
    case 'failed':
      return <FailedPage {...faultText(view.fault)} damaged={view.fault.kind === 'damaged'} again={again} />;
    case 'ready':
      return <Ready model={model} />;
  }
}

function Ready({ model }: { model: SegmentsModel }) {
  const today = momentOf(useDeps().clock.now()).day;
  const [editing, setEditing] = useState<string | null>(null);
  const turn = useTurn(3);
  const copyNow = useRef<(() => void) | null>(null);
  const view = model.view.value;
  if (view.kind !== 'ready') return null;
  const { counted } = view;
  const crossed = model.look.value.cross !== null;
  const cross = model.cross.value;
  const tells = counted.earlier ? model.look.value.tells : 'level';
  const { score, segment } = finding(counted, cross.kind === 'ready' ? cross.cross : null, tells);
  if (counted.rows.length === 0)
    return (
      <PlainPage title={score} text={`${lede(counted, today)} ${words.noDimensions.text}`}>
        <a class="btn do" href="/survey?new">
          {words.noDimensions.action}
        </a>
      </PlainPage>
    );
  return (
    <>
      <main class="page">
        <div class="head">
          <h1>
            {score} <br class="hide-s" />
            {segment}
          </h1>
          <p class="lede">{lede(counted, today)}</p>
        </div>
        <Toolbar model={model} counted={counted} onEdit={setEditing} copyNow={copyNow} />
        {crossed ? (
          <CrossFigure model={model} counted={counted} onEdit={setEditing} copyNow={copyNow} />
        ) : (
          <MapFigure model={model} counted={counted} copyNow={copyNow} />
        )}
        {turn > 1 && <Worth model={model} counted={counted} />}
        {turn > 2 && <TableBehind model={model} counted={counted} />}
      </main>
      <Next model={model} />
      {editing !== null && (
        <ValuesDialog
          model={model}
          dimension={editing}
          dimensions={counted.map.dimensions.map((d) => d.name)}
          onDimension={setEditing}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

function Next({ model }: { model: SegmentsModel }) {
  const deps = useDeps();
  const { strong, text, people, perBand } = nextStep(model.chosen.value, model.proposal.value);
  const leave = (event: MouseEvent) => {
    const kept = model.keep();
    if (!kept || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void kept.then(() => deps.go('/people?choose'));
  };
  return (
    <NextBar
      action={
        <a class="btn do" href="/people?choose" onClick={leave}>
          {worthWords.next.choose(people)}
        </a>
      }
    >
      <b class="strong">{strong}</b> {text} <br class="hide-s" />
      <span class="seg-bands hide-s">
        {perBand.map((b) => (
          <BandMark key={b.band} band={b.band}>
            {b.text}
          </BandMark>
        ))}
      </span>{' '}
      <span class="quiet">{worthWords.next.window}</span>
    </NextBar>
  );
}
