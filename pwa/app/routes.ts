import type { ComponentType } from 'preact';
import type { Stage } from './stages.ts';
import type { words } from './words.ts';

export interface Route {
  /** `:id` names a part that the screen finds in `deps.place.value.params`. */
  path: string;
  /** Its name in `words.screens`: in the document's title, the rail and the command palette. */
  screen: keyof typeof words.screens;
  /** A place on the lead line. */
  stage?: Stage;
  /** Below the lead line. */
  below?: true;
  /** Belongs to a stage that has a screen of its own: found by name, and the rail shows where it is. */
  under?: Stage;
  /** No rail, no top bar. A `window` fills the screen and says itself how things stand; a `page` leaves that to us. */
  bare?: 'page' | 'window';
  /** The screen's code, fetched when it is gone to. */
  load(): Promise<{ default: ComponentType }>;
}

/**
 * One line a screen. A screen renders `<main class="page">` with one h1 (its finding as a sentence) and, after it, a
 * `<NextBar>` where there is a next step. The frame moves the focus to the h1 and sets the document's title.
 */
export const routes: readonly Route[] = [
  { path: '/', screen: 'start', bare: 'page', load: () => import('#pwa/screens/first/Screen.tsx') },
  {
    path: '/survey',
    screen: 'survey',
    stage: 'survey',
    load: () => import('#pwa/screens/survey/Screen.tsx'),
  },
  {
    path: '/segments',
    screen: 'segments',
    stage: 'segments',
    load: () => import('#pwa/screens/segments/Screen.tsx'),
  },
  {
    path: '/people',
    screen: 'people',
    stage: 'people',
    load: () => import('#pwa/screens/people/Screen.tsx'),
  },
  {
    path: '/interviews',
    screen: 'interviews',
    stage: 'interviews',
    load: () => import('#pwa/screens/interviews/Screen.tsx'),
  },
  {
    path: '/interviews/:id/transcript',
    screen: 'transcript',
    load: () => import('#pwa/screens/transcript/Screen.tsx'),
  },
  {
    path: '/guide',
    screen: 'guide',
    under: 'interviews',
    load: () => import('#pwa/screens/guide/Screen.tsx'),
  },
  { path: '/call/:id', screen: 'call', bare: 'window', load: () => import('#pwa/screens/call/Screen.tsx') },
  {
    path: '/themes',
    screen: 'themes',
    stage: 'themes',
    load: () => import('#pwa/screens/themes/Screen.tsx'),
  },
  {
    path: '/drivers',
    screen: 'drivers',
    stage: 'drivers',
    load: () => import('#pwa/screens/drivers/Screen.tsx'),
  },
  {
    path: '/evidence',
    screen: 'evidence',
    under: 'drivers',
    load: () => import('#pwa/screens/evidence/Screen.tsx'),
  },
  {
    path: '/evidence/code/:id',
    screen: 'code',
    under: 'drivers',
    load: () => import('#pwa/screens/evidence/CodePage.tsx'),
  },
  { path: '/quarter', screen: 'quarter', below: true, load: () => import('#pwa/screens/quarter/Screen.tsx') },
  { path: '/team', screen: 'team', below: true, load: () => import('#pwa/screens/team/Screen.tsx') },
  {
    path: '/join',
    screen: 'join',
    bare: 'page',
    load: () => import('#pwa/screens/join/Screen.tsx'),
  },
  {
    path: '/settings',
    screen: 'settings',
    below: true,
    load: () => import('#pwa/screens/settings/Screen.tsx'),
  },
];
