import { useState } from 'preact/hooks';
import { LinkPage, LoadingPage } from '#core/browser/parts/PlainPage.tsx';
import { useModel } from '#core/browser/parts/useModel.ts';
import { type InterviewId, parseId } from '#core/model/ids.ts';
import { type Deps, useDeps } from '#pwa/app/deps.ts';
import './transcript.css';
import { makeTranscriptModel, type Shown, type TranscriptModel } from './model.ts';
import { Attach } from './parts/Attach.tsx';
import { Manage, Speakers } from './parts/Manage.tsx';
import { Reader } from './parts/Reader.tsx';
import { finding, words } from './words.ts';

/** The transcripts of the interview of the address. */
export default function Screen() {
  const deps = useDeps();
  const [interview] = useState(() => parseId<'interview'>(deps.place.peek().params.id ?? ''));
  return interview.ok ? (
    <Open interview={interview.value} />
  ) : (
    <LinkPage {...words.missing} action={words.back} href="/interviews" />
  );
}

function Open({ interview }: { interview: InterviewId }) {
  const deps = useDeps();
  const wanted = deps.place.peek().query.get('note') ?? '';
  const [model] = useModel((deps: Deps) => makeTranscriptModel(deps, interview, wanted), deps, interview);
  const shown = model.shown.value;
  switch (model.state.value) {
    case 'opening':
      return <LoadingPage what={words.loading} />;
    case 'missing':
      return <LinkPage {...words.missing} action={words.back} href="/interviews" />;
    case 'failed':
      return <LinkPage {...words.failed} action={words.back} href="/interviews" />;
    case 'ready':
      return shown ? (
        <Read model={model} interview={interview} shown={shown} />
      ) : (
        <Nothing model={model} interview={interview} />
      );
  }
}

/** The words that a note came from are nowhere any more. */
function Gone() {
  return (
    <p class="callout tx-gone" role="status">
      {words.gone}
    </p>
  );
}

function Nothing({ model, interview }: { model: TranscriptModel; interview: string }) {
  return (
    <main class="page">
      <div class="head">
        <h1>{words.empty.title(model.head.value?.name ?? '')}</h1>
        <p class="lede">{words.empty.text}</p>
      </div>
      {model.isGone.value && <Gone />}
      {!model.watches && <Attach model={model} />}
      <p class="tx-back">
        <a href={`/call/${interview}`}>{words.backToCall}</a>
      </p>
    </main>
  );
}

function Read({ model, interview, shown }: { model: TranscriptModel; interview: string; shown: Shown }) {
  const tagged = [...model.notes.value.values()].reduce((sum, notes) => sum + notes.length, 0);
  const above = (
    <>
      <div class="head">
        <h1>{finding(shown, tagged)}</h1>
        <p class="lede">
          {model.head.value?.name}. <a href={`/call/${interview}`}>{words.backToCall}</a>
        </p>
      </div>
      {model.isGone.value && <Gone />}
      <Manage model={model} shown={shown} />
      {shown.speakers.length > 0 && <Speakers model={model} shown={shown} />}
    </>
  );
  if (!shown.turns) return <main class="page tx">{above}</main>;
  return (
    <Reader key={shown.head.id} model={model} interview={interview} turns={shown.turns}>
      {above}
    </Reader>
  );
}
