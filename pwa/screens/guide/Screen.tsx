import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Pick } from '#core/browser/parts/Pick.tsx';
import { FailedPage, LoadingPage } from '#core/browser/parts/PlainPage.tsx';
import { useModel } from '#core/browser/parts/useModel.ts';
import { defaultGuide, everyone } from '#core/guide/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import './guide.css';
import type { GuideModel, ReadyView } from './guideModel.ts';
import { makeGuideModel } from './model.ts';
import { Next } from './parts/Next.tsx';
import { Notes } from './parts/Notes.tsx';
import { Preview } from './parts/Preview.tsx';
import { Questions } from './parts/Questions.tsx';
import { Tests } from './parts/Tests.tsx';
import { Tools } from './parts/Tools.tsx';
import { Uses } from './parts/Uses.tsx';
import { useHands } from './parts/useHands.ts';
import { Versions } from './parts/Versions.tsx';
import { finding, lede, usedText, words } from './words.ts';

/** The guide: what is asked of whom, in which version, and what a cycle makes of it. */
export default function Screen() {
  const [model, again] = useModel(makeGuideModel, useDeps());
  useEffect(() => {
    const look = () => void model.look();
    addEventListener('pagehide', model.park);
    addEventListener('focus', look);
    return () => {
      removeEventListener('pagehide', model.park);
      removeEventListener('focus', look);
    };
  }, [model]);
  const view = model.view.value;
  switch (view.kind) {
    case 'loading':
      return <LoadingPage what={words.loading} />;
    case 'failed':
      return <FailedPage {...words.failed} action={words.failed.again} again={again} />;
    case 'ready':
      return <Editor model={model} view={view} />;
  }
}

/** What a narrow window shows one at a time. */
const parts = ['questions', 'tests', 'preview'] as const;
type Part = (typeof parts)[number];

function Editor({ model, view }: { model: GuideModel; view: ReadyView }) {
  const deps = useDeps();
  const hands = useHands(model);
  const [part, setPart] = useState<Part>('questions');
  const [versions, setVersions] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const { guide, content } = view;
  const cycle = model.cycle.name.value;
  useSignalEffect(() => {
    const undo = model.canUndo.value ? [{ name: words.tools.undo, keys: 'Ctrl Z', run: model.undo }] : [];
    const redo = model.canRedo.value
      ? [{ name: words.tools.redo, keys: 'Ctrl Shift Z', run: model.redo }]
      : [];
    return deps.offer([
      ...undo,
      ...redo,
      { name: words.tools.versions, run: () => setVersions(true) },
      { name: words.tools.export, run: model.exportFile },
      { name: words.tools.import, run: () => file.current?.click() },
      { name: words.tools.copy, run: hands.copy },
    ]);
  });
  useUndoKeys(model);
  const forAll = (model.cycle.chosen(everyone) || defaultGuide.id) === guide.family;
  const speakers = model.cycle.languages.value.filter(({ tag }) => model.cycle.chosen(tag) === guide.family);
  const isUsed = forAll || speakers.length > 0;
  const variants = content.questions.filter((q) => q.when?.length || q.insteadOf).length;
  return (
    <>
      <main class="page">
        <div class="head">
          <h1>{finding(content)}</h1>
          <p class="lede">
            {lede(
              guide,
              variants,
              usedText(
                cycle,
                forAll,
                speakers.map(({ tag }) => tag),
              ),
            )}
          </p>
        </div>
        <Tools model={model} view={view} hands={hands} file={file} onVersions={() => setVersions(true)} />
        <Notes model={model} view={view} onVersions={() => setVersions(true)} />
        <div class="gd-parts">
          <Pick<Part>
            label={words.parts.label}
            value={part}
            options={parts.map((p) => ({
              value: p,
              name: words.parts[p],
            }))}
            onPick={setPart}
          />
        </div>
        <div class={`gd-two gd-at-${part}`}>
          <div class="gd-left">
            <Questions model={model} view={view} hands={hands} />
            <div class="gd-tests">
              <Tests model={model} language={content.language} hands={hands} />
              <Uses model={model} guides={view.guides} hands={hands} />
            </div>
          </div>
          <Preview model={model} view={view} />
        </div>
      </main>
      <Next model={model} view={view} hands={hands} isUsed={isUsed} />
      {versions && (
        <Versions
          guide={guide}
          onBack={(version) => {
            model.bringBack(version);
            setVersions(false);
          }}
          onClose={() => setVersions(false)}
        />
      )}
    </>
  );
}

/** Undo outside of a field: in a field the browser takes back what was typed there. */
function useUndoKeys(model: GuideModel): void {
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      const { target } = event;
      if (target instanceof Element && target.closest('input:not([type=checkbox]), textarea, dialog')) return;
      event.preventDefault();
      if (event.shiftKey) model.redo();
      else model.undo();
    };
    addEventListener('keydown', down);
    return () => removeEventListener('keydown', down);
  }, [model]);
}
