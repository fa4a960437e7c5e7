import type { Deps } from '#pwa/app/deps.ts';

/** What the models of this screen use of the app. */
export type QuarterNeeds = Pick<
  Deps,
  'clock' | 'session' | 'replica' | 'facts' | 'files' | 'lists' | 'state'
>;
