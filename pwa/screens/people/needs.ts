import type { Deps } from '#pwa/app/deps.ts';

/** What the models of this screen use of the app. */
export type PeopleNeeds = Pick<
  Deps,
  'clock' | 'chance' | 'session' | 'replica' | 'waves' | 'facts' | 'files' | 'state' | 'place'
>;
