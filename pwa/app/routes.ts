import type { ComponentType } from 'preact';
import type { Stage } from './stages.ts';

export interface Route {
  /** `:id` names a part that the screen finds in `deps.place.value.params`. */
  path: string;
  /** In the document's title, the rail and the command palette. */
  title: string;
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
  { path: '/', title: 'Start', bare: 'page', load: () => import('#pwa/screens/first/Screen.tsx') },
  { path: '/survey', title: 'Survey', stage: 'survey', load: () => import('#pwa/screens/survey/Screen.tsx') },
  {
    path: '/segments',
    title: 'Segments',
    stage: 'segments',
    load: () => import('#pwa/screens/segments/Screen.tsx'),
  },
  { path: '/people', title: 'People', stage: 'people', load: () => import('#pwa/screens/people/Screen.tsx') },
  {
    path: '/interviews',
    title: 'Interviews',
    stage: 'interviews',
    load: () => import('#pwa/screens/interviews/Screen.tsx'),
  },
  {
    path: '/interviews/:id/transcript',
    title: 'Transcript',
    load: () => import('#pwa/screens/transcript/Screen.tsx'),
  },
  {
    path: '/guide',
    title: 'Guide',
    under: 'interviews',
    load: () => import('#pwa/screens/guide/Screen.tsx'),
  },
  { path: '/call/:id', title: 'Call', bare: 'window', load: () => import('#pwa/screens/call/Screen.tsx') },
  { path: '/themes', title: 'Themes', stage: 'themes', load: () => import('#pwa/screens/themes/Screen.tsx') },
  {
    path: '/drivers',
    title: 'Drivers',
    stage: 'drivers',
    load: () => import('#pwa/screens/drivers/Screen.tsx'),
  },
  {
    path: '/evidence',
    title: 'Evidence',
    under: 'drivers',
    load: () => import('#pwa/screens/evidence/Screen.tsx'),
  },
  {
    path: '/evidence/code/:id',
    title: 'Code an interview',
    under: 'drivers',
    load: () => import('#pwa/screens/evidence/CodePage.tsx'),
  },
  { path: '/quarter', title: 'Quarter', below: true, load: () => import('#pwa/screens/quarter/Screen.tsx') },
  { path: '/team', title: 'Team', below: true, load: () => import('#pwa/screens/team/Screen.tsx') },
  {
    path: '/join',
    title: 'Join a workspace',
    bare: 'page',
    load: () => import('#pwa/screens/join/Screen.tsx'),
  },
  {
    path: '/settings',
    title: 'Settings',
    below: true,
    load: () => import('#pwa/screens/settings/Screen.tsx'),
  },
];
