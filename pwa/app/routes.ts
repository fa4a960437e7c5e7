import type { ComponentType } from 'preact';
import type { Stage } from './stages.ts';

export interface Route {
  /** Folder below pwa/screens; its Screen.tsx has the screen as default export. */
  screen: string;
  /** `:id` names a part that the screen finds in `deps.place.value.params`. */
  path: string;
  /** In the document's title, the rail and the command palette. */
  title: string;
  /** A place on the lead line. */
  stage?: Stage;
  /** Below the lead line. */
  below?: true;
  /** No rail, no top bar. A `window` fills the screen and says itself how things stand; a `page` leaves that to us. */
  bare?: 'page' | 'window';
}

/**
 * One line a screen. A line whose folder has no Screen.tsx is not shown anywhere, so a screen appears in the rail,
 * in Ctrl K and under its address the moment its file exists.
 *
 * A screen renders `<main class="page">` with one h1 (its finding as a sentence) and, after it, a `<NextBar>` where
 * there is a next step. The frame moves the focus to the h1 and sets the document's title.
 */
const lines: readonly Route[] = [
  { screen: 'first', path: '/', title: 'Start', bare: 'page' },
  { screen: 'survey', path: '/survey', title: 'Survey', stage: 'survey' },
  { screen: 'segments', path: '/segments', title: 'Segments', stage: 'segments' },
  { screen: 'people', path: '/people', title: 'People', stage: 'people' },
  { screen: 'interviews', path: '/interviews', title: 'Interviews', stage: 'interviews' },
  { screen: 'call', path: '/call/:id', title: 'Call', bare: 'window' },
  { screen: 'themes', path: '/themes', title: 'Themes', stage: 'themes' },
  { screen: 'drivers', path: '/drivers', title: 'Drivers', stage: 'drivers' },
  { screen: 'team', path: '/team', title: 'Team', below: true },
  { screen: 'join', path: '/join', title: 'Join a workspace', bare: 'page' },
  { screen: 'settings', path: '/settings', title: 'Settings', below: true },
];

type ScreenModule = { default: ComponentType };
const files = import.meta.glob<ScreenModule>('../screens/*/Screen.tsx');

export const loaderOf = (route: Route): (() => Promise<ScreenModule>) | undefined =>
  files[`../screens/${route.screen}/Screen.tsx`];

export const routes: readonly Route[] = lines.filter((line) => loaderOf(line) !== undefined);
