import { useState } from 'preact/hooks';
import { Dialog } from '#core/browser/parts/Dialog.tsx';
import { NextBar } from '#core/browser/parts/NextBar.tsx';
import { FailedPage, LinkPage, LoadingPage } from '#core/browser/parts/PlainPage.tsx';
import { useModel } from '#core/browser/parts/useModel.ts';
import { useDeps } from '#pwa/app/deps.ts';
import './evidence.css';
import { type CodingModel, type CodingView, makeCodingModel } from './codingModel.ts';
import { codingWords as words } from './codingWords.ts';
import { NoteLine } from './parts/NoteLine.tsx';

/** One person's tagging of an interview, blind to everybody else's. */
export default function CodePage() {
  const interview = useDeps().place.value.params.id ?? '';
  const [model, again] = useModel(makeCodingModel, useDeps(), interview);
  const view = model.view.value;
  switch (view.kind) {
    case 'loading':
      return <LoadingPage what={words.loading} />;
    case 'failed':
      return <FailedPage {...words.failed} action={words.again} again={again} />;
    case 'open':
      return <Open model={model} view={view} />;
    case 'lost':
    case 'noNotes':
    case 'handedIn':
      return <LinkPage {...words[view.kind]} href="/evidence?show=agreement" />;
  }
}

function Open({ model, view }: { model: CodingModel; view: Extract<CodingView, { kind: 'open' }> }) {
  const [asking, setAsking] = useState(false);
  const handIn = () => {
    setAsking(false);
    void model.handIn();
  };
  return (
    <>
      <main class="page evi">
        <div class="head">
          <h1>{words.title}</h1>
          <p class="lede">
            <b class="strong">{words.speaker(view.who)}</b> {words.lede}
          </p>
        </div>
        <ol class="evi-tag">
          {view.notes.map((note, i) => (
            <NoteLine key={note.id} model={model} note={note} at={i + 1} />
          ))}
        </ol>
        <p class="acts evi-drop">
          <button type="button" class="btn txt" onClick={() => void model.drop()}>
            {words.drop}
          </button>
        </p>
      </main>
      <NextBar
        action={
          <button type="button" class="btn do" onClick={() => setAsking(true)}>
            {words.handIn(view.tags)}
          </button>
        }
      >
        <b class="strong">{words.why}</b> <span class="quiet">{words.whyMore}</span>
      </NextBar>
      {asking && (
        <Dialog
          title={words.ask.title}
          onClose={() => setAsking(false)}
          actions={
            <>
              <button type="button" class="btn" onClick={() => setAsking(false)}>
                {words.ask.stay}
              </button>
              <button type="button" class="btn do" onClick={handIn}>
                {words.handIn(view.tags)}
              </button>
            </>
          }
        >
          <p>{words.ask.text}</p>
          {view.tags === 0 && <p class="strong">{words.ask.empty}</p>}
        </Dialog>
      )}
    </>
  );
}
