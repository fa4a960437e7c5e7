import { batch, useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { wordsReady } from '#core/model/language.ts';
import { fetchAround } from './around.ts';
import { arrive } from './arrive.ts';
import { CalmPage } from './CalmPage.tsx';
import { Catch } from './Catch.tsx';
import { useFrame } from './frame.ts';
import type { Route } from './routes.ts';
import { words } from './words.ts';

type Shown =
  | { kind: 'nothing' }
  | { kind: 'screen'; route: Route; path: string; Screen: ComponentType }
  | { kind: 'lost' }
  | { kind: 'unreachable' };

/** The screen at the address. The last one stays up until the next has arrived; then the focus moves to its heading. */
export function Outlet({ onRoute }: { onRoute?: (route: Route | null) => void }) {
  const { router, place } = useFrame();
  const shown = useSignal<Shown>({ kind: 'nothing' });
  const first = useRef(true);
  useSignalEffect(() => {
    const wanted = router.place.value;
    const route = router.route.value;
    if (!route) {
      shown.value = { kind: 'lost' };
      onRoute?.(null);
      return;
    }
    let current = true;
    const arrival = async () => {
      const [screen] = await Promise.all([route.load(), route.bare === 'page' ? null : fetchAround()]);
      await wordsReady();
      return screen;
    };
    arrival().then(
      ({ default: Screen }) => {
        if (!current) return;
        batch(() => {
          place.value = wanted;
          shown.value = { kind: 'screen', route, path: wanted.path, Screen };
        });
        onRoute?.(route);
      },
      () => {
        if (current) shown.value = { kind: 'unreachable' };
      },
    );
    return () => {
      current = false;
    };
  });
  const now = shown.value;
  const key = now.kind === 'screen' ? now.path : now.kind;
  useEffect(() => {
    document.title = now.kind === 'screen' ? `${words.screens[now.route.screen]} · ${words.app}` : words.app;
    if (now.kind === 'nothing') return;
    if (first.current) first.current = false;
    else {
      const content = document.getElementById('content');
      if (content) arrive(content);
    }
  }, [key]);
  switch (now.kind) {
    case 'nothing':
      return null;
    case 'lost':
      return (
        <CalmPage title={words.lost.title} text={words.lost.text}>
          <a class="btn do" href="/">
            {words.lost.home}
          </a>
        </CalmPage>
      );
    case 'unreachable':
      return (
        <CalmPage title={words.unreachable.title} text={words.unreachable.text}>
          <button type="button" class="btn do" onClick={() => location.reload()}>
            {words.unreachable.again}
          </button>
        </CalmPage>
      );
    case 'screen':
      return (
        <Catch key={key}>
          <now.Screen />
        </Catch>
      );
  }
}
