import { useEffect, useMemo } from 'preact/hooks';
import { DropZone } from '#core/browser/parts/DropZone.tsx';
import { wholeOf } from '#core/browser/parts/figures.ts';
import { NextBar } from '#core/browser/parts/NextBar.tsx';
import { Progress } from '#core/browser/parts/Progress.tsx';
import type { ImportProgress } from '#core/ports/importer.ts';
import { useDeps, useTools } from '#pwa/app/deps.ts';
import type { Asked } from './asked.ts';
import { type ImportModel, makeImportModel } from './importModel.ts';
import { asCsat, placeOf } from './mappingEdits.ts';
import { CarriedOver } from './parts/CarriedOver.tsx';
import { Columns } from './parts/Columns.tsx';
import { Contacts } from './parts/Contacts.tsx';
import { headerOf } from './parts/headerOf.ts';
import { Preview } from './parts/Preview.tsx';
import { Questions } from './parts/Questions.tsx';
import { WhatMatters } from './parts/WhatMatters.tsx';
import { questionWords } from './questionWords.ts';
import { undoImport } from './undo.ts';
import { dateOf, words } from './words.ts';

/** From a file to a wave, on one page. */
export function ImportPage() {
  const deps = useDeps();
  const { inbox } = useTools();
  const model = useMemo(() => makeImportModel(deps), [deps]);
  useEffect(() => () => model.dispose(), [model]);
  // a file dropped elsewhere is on its way here
  useEffect(
    () =>
      inbox.subscribe((file) => {
        if (!file) return;
        inbox.value = null;
        void model.take(file);
      }),
    [model, inbox],
  );
  const phase = model.phase.value;
  switch (phase.kind) {
    case 'waiting':
      return <Bring model={model} fault={phase.fault} />;
    case 'reading':
      return <Busy title={phase.name} progress={phase.progress} cancel={model.cancel} />;
    case 'saving':
      return (
        <Busy
          title={words.keep.saving(model.cycleName.value)}
          progress={phase.progress}
          cancel={model.cancel}
        />
      );
    case 'stopping':
      return <Busy title={words.keep.stopping} progress={null} />;
    case 'mapping':
      return <MappingPage model={model} />;
  }
}

function Bring({ model, fault }: { model: ImportModel; fault: string }) {
  const { state } = useDeps();
  const w = words.bring;
  return (
    <main class="page">
      <div class="head">
        <h1>{w.title}</h1>
        <p class="lede">{w.lede}</p>
      </div>
      {fault && (
        <p class="callout bad bring-fault" role="alert">
          {fault}
        </p>
      )}
      <div class="bring">
        <DropZone
          label={w.choose}
          accept={w.accept}
          takesPaste
          onFile={(file) => void model.take(file)}
          beside={
            <span class="quiet hide-s">
              {w.paste} <kbd>{w.pasteKeys}</kbd>
            </span>
          }
        >
          <h2>{w.drop}</h2>
          <p class="quiet">{w.dropText}</p>
        </DropZone>
      </div>
      {state.waves.value.length > 0 && (
        <p class="bring-back">
          <a href="/survey">{w.back}</a>
        </p>
      )}
    </main>
  );
}

function Busy({
  title,
  progress,
  cancel,
}: {
  title: string;
  progress: ImportProgress | null;
  cancel?: () => void;
}) {
  const step = progress ?? { step: 'reading' as const, unit: 'rows' as const, done: 0, all: 0 };
  return (
    <main class="page">
      <h1>{title}</h1>
      <div class="busy">
        <Progress
          doing={cancel ? words.steps[step.step] : words.keep.takingBack}
          done={step.done}
          all={step.all}
          unit={step.unit}
          onCancel={cancel}
        />
      </div>
    </main>
  );
}

function MappingPage({ model }: { model: ImportModel }) {
  const deps = useDeps();
  const inspection = model.inspection.value;
  const mapping = model.mapping.value;
  if (!inspection || !mapping) return null;
  const score = inspection.columns[placeOf(mapping, 'score')];
  const asked = model.asked.value;
  const instead = csatInstead(model);
  const w = words.mapping;
  const scoreIs = mapping.metric === 'csat' ? w.satisfactionIs : w.scoreIs;
  return (
    <>
      <main class="page">
        <div class="head">
          <h1>
            {w.title(inspection.rows, inspection.columns.length)} <br class="hide-s" />
            {score ? scoreIs(headerOf(score)) : instead === null ? w.noScore : w.noTen}
          </h1>
          <p class="lede">
            <span class="file-name">{inspection.fileName}</span>. {w.readAs(inspection)}{' '}
            {inspection.strayBytes > 0 && w.stray(inspection.strayBytes)}
            {inspection.oemBytes !== undefined && w.oem(inspection.oemBytes)} {w.nothingKept}
          </p>
        </div>
        {instead === null ? <Refused model={model} /> : <CsatInstead model={model} column={instead} />}
        <Earlier model={model} />
        <div class="imp">
          <div class="imp-left">
            <CarriedOver model={model} />
            <WhatMatters inspection={inspection} mapping={mapping} change={model.change} />
            <Questions
              asked={asked.filter((a) => !isSaidAbove(a, instead !== null))}
              settled={model.settled.value}
              inspection={inspection}
              mapping={mapping}
              change={model.change}
              settle={model.settle}
              chooseSheet={(name) => void model.chooseSheet(name)}
            />
            <Contacts model={model} />
            <Columns
              inspection={inspection}
              mapping={mapping}
              touched={model.touched.value}
              change={model.change}
            />
          </div>
          <Preview
            model={model}
            cycles={deps.state.cycles.value.filter((c) => !c.sample).map((c) => c.name)}
          />
        </div>
      </main>
      <KeepBar model={model} />
    </>
  );
}

/** That there is no score stands at the top of the page, as does what could be measured instead. */
const isSaidAbove = (a: Asked, isInstead: boolean): boolean =>
  a.kind === 'other' && (a.question.kind === 'noScore' || (isInstead && a.question.kind === 'isThisCsat'));

/** The satisfaction question that can be measured where no column is the score; null once that was answered. */
function csatInstead({ mapping, asked, settled }: ImportModel): number | null {
  if (!mapping.value || placeOf(mapping.value, 'score') >= 0) return null;
  for (const a of asked.value)
    if (a.kind === 'other' && a.question.kind === 'isThisCsat' && !settled.value.has(a.key))
      return a.question.column;
  return null;
}

/** The way on for a file without a 0 to 10 question, in place of saying why nothing can be kept. */
function CsatInstead({ model, column }: { model: ImportModel; column: number }) {
  const [profile, mapping] = [model.inspection.value?.columns[column], model.mapping.value];
  const key = model.asked.value.find((a) => a.kind === 'other' && a.question.kind === 'isThisCsat')?.key;
  if (!profile || !mapping || !key) return null;
  const w = words.mapping;
  return (
    <div class="ask csat-instead">
      <p>
        <b>{w.csatInstead(headerOf(profile))}</b> <span class="quiet">{w.csatMeans}</span>
      </p>
      <span class="acts">
        <button
          type="button"
          class="btn s"
          onClick={() => {
            model.change(asCsat(mapping, column), column);
            model.settle(key);
          }}
        >
          {questionWords.yesCsat}
        </button>
        <button type="button" class="btn s" onClick={() => model.settle(key)}>
          {w.csatNo}
        </button>
      </span>
    </div>
  );
}

/** Why these choices make no survey: first on the page, since nothing below can be kept before it is mended. */
function Refused({ model }: { model: ImportModel }) {
  const { fault } = model.checked.value;
  return fault ? (
    <p class="callout bad refused" role="alert">
      {fault}
    </p>
  ) : null;
}

function Earlier({ model }: { model: ImportModel }) {
  const [first] = model.earlier.value;
  if (!first) return null;
  return <p class="callout earlier">{words.keep.earlier(first.cycleName, dateOf(first.importedAt))}</p>;
}

function KeepBar({ model }: { model: ImportModel }) {
  const deps = useDeps();
  const { device } = useTools();
  const { value, running } = model.checked.value;
  const open = model.asked.value.filter(
    (a) => !isSaidAbove(a, false) && !model.settled.value.has(a.key),
  ).length;
  const ready = value !== null && value.answers > 0 && !running;
  const taken = model.taken.value;
  const instead = csatInstead(model) !== null;
  const keep = async () => {
    if (!ready) return;
    // the first thing worth keeping, and the user's own click: the moment to ask the browser to keep it
    if (deps.state.waves.peek().length === 0) void device.askToKeep();
    const outcome = await model.keep();
    if (!outcome) return;
    const { head, kind } = outcome;
    deps.state.cycle.value = head.cycle;
    if (kind === 'already') deps.say(words.keep.already(head.cycleName, dateOf(head.importedAt)));
    else
      deps.say(words.keep.said(head.answers, head.cycleName), {
        name: words.keep.undo,
        run: () => void undoImport(deps, head).then(() => deps.say(words.keep.undone(head.cycleName))),
      });
    // The wave's page may be up before all is on disk: whoever has moved on meanwhile is not pulled back.
    if (location.pathname === '/survey' && deps.place.peek().query.has('new')) deps.go('/survey', 'replace');
  };
  // what is wrong stands at the top of the page
  const barText = instead || model.checked.value.fault ? words.keep.notYet : words.preview.working;
  const keepAction = taken?.isChosen ? words.keep.actionBeside : words.keep.action;
  return (
    <NextBar
      action={
        <>
          <button type="button" class="btn txt" onClick={model.reset}>
            {words.mapping.other}
          </button>
          {value && taken && (
            <button
              type="button"
              class="btn"
              onClick={() => model.nameCycle(taken.isChosen ? taken.free : taken.name)}
            >
              {taken.isChosen ? words.keep.asNew(taken.free) : words.keep.beside}
            </button>
          )}
          <button
            type="button"
            class="btn do"
            aria-disabled={ready ? undefined : true}
            onClick={() => void keep()}
          >
            {value ? keepAction(value.answers) : words.keep.nothingYet}
          </button>
        </>
      }
    >
      {value ? (
        <>
          {taken && (
            <>
              <b class="strong">{words.keep.holds(taken.name, taken.by)}</b>{' '}
            </>
          )}
          {!taken?.isChosen && <b class="strong">{words.keep.ready(model.cycleName.value.trim())}</b>}{' '}
          <span class="quiet">
            {open > 0 && words.keep.asks(open)}{' '}
            {value.rejected > 0 && words.keep.rejected(wholeOf(value.rejected))}
          </span>
        </>
      ) : (
        <span class="quiet">{barText}</span>
      )}
    </NextBar>
  );
}
