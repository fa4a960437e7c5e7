import { useSignalEffect } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { FailedPage, LoadingPage, PlainPage } from '#core/browser/parts/PlainPage.tsx';
import { useDeps } from '#pwa/app/deps.ts';
import './evidence.css';
import { type EvidenceModel, makeEvidenceModel } from './model.ts';
import { parts } from './part.ts';
import { AgreementPart } from './parts/AgreementPart.tsx';
import { ContrastPart } from './parts/ContrastPart.tsx';
import { PairsPart } from './parts/PairsPart.tsx';
import { RivalsPart } from './parts/RivalsPart.tsx';
import { SaturationPart } from './parts/SaturationPart.tsx';
import { words } from './words.ts';

/** How far the themes can be trusted, and what they say together. */
export default function Screen() {
  const deps = useDeps();
  const [round, setRound] = useState(0);
  const model = useMemo(() => makeEvidenceModel(deps), [deps, round]);
  useEffect(() => model.dispose, [model]);
  useSignalEffect(() => {
    if (model.view.value.kind !== 'ready') return;
    return deps.offer([
      { name: words.csv, run: model.downloadCsv },
      ...parts.map((part) => ({ name: words.parts[part], keys: 'evidence', run: () => model.show(part) })),
    ]);
  });
  return <Evidence model={model} again={() => setRound(round + 1)} />;
}

function Evidence({ model, again }: { model: EvidenceModel; again(): void }) {
  const view = model.view.value;
  switch (view.kind) {
    case 'loading':
      return <LoadingPage what={words.loading} />;
    case 'failed':
      return <FailedPage {...words.failed} action={words.again} damaged={false} again={again} />;
    case 'noCycle':
      return <Plain {...words.noCycle} href="/survey" />;
    case 'nobody':
      return <Plain {...words.nobody} href="/people" />;
    case 'ready':
      return <Ready model={model} />;
  }
}

function Plain({ title, text, action, href }: { title: string; text: string; action: string; href: string }) {
  return (
    <PlainPage title={title} text={text}>
      <a class="btn do" href={href}>
        {action}
      </a>
    </PlainPage>
  );
}

function Ready({ model }: { model: EvidenceModel }) {
  switch (model.part.value) {
    case 'saturation':
      return <SaturationPart model={model} />;
    case 'pairs':
      return <PairsPart model={model} />;
    case 'contrast':
      return <ContrastPart model={model} />;
    case 'rivals':
      return <RivalsPart model={model} />;
    case 'agreement':
      return <AgreementPart model={model} />;
  }
}
