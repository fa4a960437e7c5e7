import { useEffect, useRef, useState } from 'preact/hooks';
import { NextLink } from '#core/browser/parts/NextBar.tsx';
import { FailedPage, LinkPage, LoadingPage } from '#core/browser/parts/PlainPage.tsx';
import { useModel } from '#core/browser/parts/useModel.ts';
import { usualOwners } from '#core/themes/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import './themes.css';
import { makeThemesModel, type ThemesModel, type ThemesView } from './model.ts';
import { Ask } from './parts/Ask.tsx';
import { BulkBar } from './parts/BulkBar.tsx';
import { Retired } from './parts/Retired.tsx';
import { ThemePage } from './parts/ThemePage.tsx';
import { ThemeTree } from './parts/ThemeTree.tsx';
import { type Asking, type Hands, useHands } from './parts/useHands.ts';
import { finding, lede, words } from './words.ts';

/** The codebook: every theme by category, or all of one. */
export default function Screen() {
  const [model, again] = useModel(makeThemesModel, useDeps());
  const view = model.view.value;
  switch (view.kind) {
    case 'loading':
      return <LoadingPage what={words.loading} />;
    case 'failed':
      return <FailedPage {...words.failed} action={words.failed.again} again={again} />;
    case 'ready':
      return <Ready model={model} view={view} />;
  }
}

type ReadyView = Extract<ThemesView, { kind: 'ready' }>;

function Ready({ model, view }: { model: ThemesModel; view: ReadyView }) {
  const deps = useDeps();
  const [asking, ask] = useState<Asking | null>(null);
  const hands = useHands(model, ask);
  useEffect(
    () =>
      deps.offer([
        { name: words.add, run: () => ask({ kind: 'add' }) },
        { name: words.historyForm.title, run: () => ask({ kind: 'history' }) },
        { name: words.said.undo, keys: 'Ctrl Z', run: hands.undo },
        { name: words.said.redo, keys: 'Ctrl Shift Z', run: hands.redo },
      ]),
    [deps, hands],
  );
  useUndoKeys(hands);
  const wanted = deps.place.value.query.get('theme') ?? '';
  const page = wanted === '' ? null : model.page(wanted);
  const last = useRef('');
  if (wanted !== '') last.current = wanted;
  return (
    <>
      {page ? (
        <ThemePage page={page} model={model} hands={hands} />
      ) : wanted === '' ? (
        <Codebook model={model} view={view} hands={hands} from={last.current} />
      ) : (
        <LinkPage {...words.page.gone} action={words.page.back} href="/themes" />
      )}
      <Ask model={model} asking={asking} hands={hands} close={() => ask(null)} />
    </>
  );
}

function Codebook(props: {
  model: ThemesModel;
  view: ReadyView;
  hands: Hands;
  /** The theme that was looked at before, empty at first: its line has the focus again. */
  from: string;
}) {
  const { model, view, hands, from } = props;
  const field = useRef<HTMLInputElement>(null);
  const found = view.groups.length > 0 || (model.search.value.trim() !== '' && view.retired.length > 0);
  const owners = model.reading.value?.owners;
  useEffect(() => {
    const lines = [...document.querySelectorAll<HTMLElement>('.thm-name')];
    lines.find((el) => from !== '' && el.dataset.themeId === from)?.focus();
  }, []);
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
          <button type="button" class="btn" onClick={() => hands.ask({ kind: 'add' })}>
            {words.add}
          </button>
          <button type="button" class="btn txt" onClick={() => hands.ask({ kind: 'history' })}>
            {words.history}
          </button>
        </div>
        <BulkBar model={model} hands={hands} />
        {view.groups.map((group) => (
          <ThemeTree
            key={group.category}
            group={group}
            owner={owners?.[group.category] || usualOwners[group.category]}
            model={model}
            hands={hands}
          />
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
        <p class="small quiet hide-s thm-keys">{words.keys}</p>
      </main>
      <Next raised={view.summary.raised} />
    </>
  );
}

/** Ctrl Z and Ctrl Shift Z (or Ctrl Y) wherever nothing is being typed. */
function useUndoKeys(hands: Hands): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key === 'z' && !event.shiftKey) hands.undo();
      else if (key === 'y' || key === 'z') hands.redo();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [hands]);
}

/** A tick is not typing; a text is. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=checkbox]), textarea, select, dialog, [contenteditable]') !== null;

function Next({ raised }: { raised: number }) {
  const some = raised > 0;
  return (
    <NextLink
      strong={some ? words.next.raised(raised) : words.next.none}
      text={some ? words.next.raisedWhy : words.next.noneWhy}
      action={some ? words.next.drivers : words.next.calls}
      href={some ? '/drivers' : '/interviews'}
    />
  );
}
