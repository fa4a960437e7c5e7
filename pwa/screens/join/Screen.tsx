import './join.css';
import { useEffect, useState } from 'preact/hooks';
import { Brand } from '#core/browser/parts/marks.tsx';
import { NextBar } from '#core/browser/parts/NextBar.tsx';
import type { InvitationPreview } from '#core/ports/team.ts';
import { useDeps } from '#pwa/app/deps.ts';
import { type Joining, type JoinModel, makeJoinModel } from './model.ts';
import { joinRefusal, words } from './words.ts';

/** Takes what stands behind the `#` out of the address bar and this entry of the history: it is a secret. */
function takeFragment(): string {
  const fragment = location.hash;
  if (fragment !== '') history.replaceState(history.state, '', location.pathname + location.search);
  return fragment;
}

/** Where an invitation link leads. */
export default function Screen() {
  const { openTeam } = useDeps();
  const [model, setModel] = useState<JoinModel | null>(null);
  useEffect(() => {
    const fragment = takeFragment();
    let made: JoinModel | null = null;
    void openTeam?.().then((team) => {
      made = makeJoinModel(team);
      made.take(fragment);
      setModel(made);
    });
    const again = () => {
      const next = takeFragment();
      if (next !== '') made?.take(next);
    };
    addEventListener('hashchange', again);
    return () => removeEventListener('hashchange', again);
  }, [openTeam]);
  const joining: Joining = model?.joining.value ?? { kind: 'asking' };
  return (
    <div class="join">
      <header class="join-h">
        <Brand />
      </header>
      <Body model={model} joining={joining} />
    </div>
  );
}

function Body({ model, joining }: { model: JoinModel | null; joining: Joining }) {
  switch (joining.kind) {
    case 'asking':
      return (
        <main class="page">
          <h1>{words.asking}</h1>
        </main>
      );
    case 'refused':
      return (
        <main class="page">
          <h1>{words.cannot}</h1>
          <p class="lede" role="alert">
            {joinRefusal(joining.why)}
          </p>
          <div class="acts join-acts">
            {joining.why.kind !== 'noInvitation' && (
              <button type="button" class="btn do" onClick={() => void model?.ask()}>
                {words.again}
              </button>
            )}
            <a class="btn" href="/">
              {words.home}
            </a>
          </div>
        </main>
      );
    case 'invited':
    case 'joining':
      return <Invited model={model} preview={joining.preview} isJoining={joining.kind === 'joining'} />;
  }
}

function Invited({
  model,
  preview,
  isJoining,
}: {
  model: JoinModel | null;
  preview: InvitationPreview;
  isJoining: boolean;
}) {
  const { session } = useDeps();
  const [name, setName] = useState(session.memberName);
  return (
    <form
      class="join-form"
      onSubmit={(event) => {
        event.preventDefault();
        void model?.join(name);
      }}
    >
      <main class="page">
        <h1>{words.title(preview)}</h1>
        <p class="lede">{words.lede}</p>
        <ul class="join-list" aria-label={words.what}>
          {words.list(preview).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <label class="field join-name">
          <span class="label">{words.label}</span>
          <input
            class="in"
            autocomplete="name"
            maxLength={80}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <span class="hint">{words.hint}</span>
        </label>
      </main>
      <NextBar
        action={
          <button type="submit" class="btn do" aria-disabled={isJoining || undefined}>
            {isJoining ? words.doing : words.act}
          </button>
        }
      >
        {words.next}
      </NextBar>
    </form>
  );
}
