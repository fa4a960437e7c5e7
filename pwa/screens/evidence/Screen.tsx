import { useSignalEffect } from '@preact/signals';
import { FailedPage, LinkPage, LoadingPage } from '#core/browser/parts/PlainPage.tsx';
import { useModel } from '#core/browser/parts/useModel.ts';
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
  const [model, again] = useModel(makeEvidenceModel, deps);
  useSignalEffect(() => {
    if (model.view.value.kind !== 'ready') return;
    return deps.offer([
      { name: words.csv, run: model.downloadCsv },
      ...parts.map((part) => ({ name: words.parts[part], keys: words.key, run: () => model.show(part) })),
    ]);
  });
  return <Evidence model={model} again={again} />;
}

function Evidence({ model, again }: { model: EvidenceModel; again(): void }) {
  const view = model.view.value;
  switch (view.kind) {
    case 'loading':
      return <LoadingPage what={words.loading} />;
    case 'failed':
      return <FailedPage {...words.failed} action={words.again} again={again} />;
    case 'noCycle':
      return <LinkPage {...words.noCycle} href="/survey" />;
    case 'nobody':
      return <LinkPage {...words.nobody} href="/people" />;
    case 'ready':
      return <Ready model={model} />;
  }
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
