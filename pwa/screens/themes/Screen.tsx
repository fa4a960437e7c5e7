import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { NextBar } from '#core/browser/parts/NextBar.tsx';
import { Waiting } from '#core/browser/parts/Waiting.tsx';
import { type Command, useDeps } from '#pwa/app/deps.ts';
import './themes.css';
import { makeThemesModel, type ThemesModel, type ThemesView } from './model.ts';
import { MergeDialog } from './parts/MergeDialog.tsx';
import { Retired } from './parts/Retired.tsx';
import { ThemeDialog } from './parts/ThemeDialog.tsx';
import { ThemeList } from './parts/ThemeList.tsx';
import type { Asking, Hands } from './parts/useHands.ts';
import { useHands } from './parts/useHands.ts';
import { finding, lede, words } from './words.ts';

/** The codebook: every theme by category, with what it means and how often it came up. */
export default function Screen() {
  const deps = useDeps();
  const [round, setRound] = useState(0);
  const model = useMemo(() => makeThemesModel(deps), [deps, round]);
  useEffect(() => model.dispose, [model]);
  const view = model.view.value;
  switch (view.kind) {
    case 'loading':
      return (
        <main class="page">
          <Waiting what={words.loading} />
        </main>
      );
    case 'failed':
      return (
        <main class="page">
          <div class="head">
            <h1>{words.failed.title}</h1>
            <p class="lede">{words.failed.text}</p>
          </div>
          <button type="button" class="btn do" onClick={() => setRound(round + 1)}>
            {words.failed.again}
          </button>
        </main>
      );
    case 'ready':
      return <Codebook model={model} view={view} />;
  }
}

type ReadyView = Extract<ThemesView, { kind: 'ready' }>;

function Codebook({ model, view }: { model: ThemesModel; view: ReadyView }) {
  const deps = useDeps();
  const [asking, ask] = useState<Asking | null>(null);
  const hands = useHands(model, ask);
  const field = useRef<HTMLInputElement>(null);
  const found = view.groups.length > 0 || view.retired.length > 0;
  useEffect(() => {
    const add: Command = { name: words.add, run: () => ask({ kind: 'add' }) };
    return deps.offer([add]);
  }, [deps]);
  useEffect(() => {
    const toSearch = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      field.current?.focus();
    };
    addEventListener('keydown', toSearch);
    return () => removeEventListener('keydown', toSearch);
  }, []);
  return (
    <>
      <main class="page">
        <div class="head">
          <h1>{finding(view.summary)}</h1>
          <p class="lede">{lede(view.summary)}</p>
        </div>
        <div class="thm-tools">
          <input
            ref={field}
            class="in"
            type="search"
            value={model.search.value}
            placeholder={words.search}
            aria-label={words.search}
            aria-keyshortcuts="/"
            onInput={(event) => model.find(event.currentTarget.value)}
          />
          <button type="button" class="btn" onClick={() => ask({ kind: 'add' })}>
            {words.add}
          </button>
          <p class="small quiet hide-s">{words.keys}</p>
        </div>
        {view.groups.map((group) => (
          <ThemeList key={group.category} group={group} hands={hands} />
        ))}
        <p class="vh" role="status">
          {found ? '' : words.noMatch(model.search.value)}
        </p>
        {!found && (
          <p class="quiet" aria-hidden="true">
            {words.noMatch(model.search.value)}
          </p>
        )}
        {view.retired.length > 0 && <Retired rows={view.retired} hands={hands} />}
      </main>
      <Next raised={view.summary.raised} />
      <Ask model={model} asking={asking} hands={hands} close={() => ask(null)} />
    </>
  );
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, dialog, [contenteditable]') !== null;

function Ask(props: { model: ThemesModel; asking: Asking | null; hands: Hands; close(): void }) {
  const { model, asking, hands, close } = props;
  switch (asking?.kind) {
    case undefined:
      return null;
    case 'add':
      return <ThemeDialog model={model} onSave={hands.add} onClose={close} />;
    case 'edit':
      return (
        <ThemeDialog
          model={model}
          theme={asking.row.theme}
          onSave={(draft) => hands.edit(asking.row, draft)}
          onClose={close}
        />
      );
    case 'merge':
      return <MergeDialog model={model} row={asking.row} onMerge={hands.merge} onClose={close} />;
  }
}

function Next({ raised }: { raised: number }) {
  const some = raised > 0;
  return (
    <NextBar
      action={
        <a class="btn do" href={some ? '/drivers' : '/interviews'}>
          {some ? words.next.drivers : words.next.calls}
        </a>
      }
    >
      <b class="strong">{some ? words.next.raised(raised) : words.next.none}</b>{' '}
      <span class="quiet">{some ? words.next.raisedWhy : words.next.noneWhy}</span>
    </NextBar>
  );
}
