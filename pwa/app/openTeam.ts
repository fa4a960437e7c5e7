import { makeTeam } from '#core/browser/sync/index.ts';
import type { Team } from '#core/ports/team.ts';
import type { Adapters } from './adapters.ts';

/** Sharing and joining for the open workspace; fetched when a screen asks for it. */
export const openTeam = ({ sessions, db, sync }: Adapters): Promise<Team> =>
  makeTeam({
    sessions,
    db,
    origin: `${location.origin}/`,
    restart: (path) => location.assign(path),
    tryNow: sync.hurry,
  });
