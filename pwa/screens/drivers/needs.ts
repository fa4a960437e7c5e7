import type { Deps } from '#pwa/app/deps.ts';

/** What the driver screen needs of the app. */
export type DriversNeeds = Pick<
  Deps,
  'replica' | 'facts' | 'session' | 'state' | 'files' | 'chance' | 'clock'
>;
