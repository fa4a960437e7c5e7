import type { Chance } from '#core/model/chance.ts';
import { newId } from '#core/model/ids.ts';
import type { SyncLink } from '#core/ports/sync.ts';
import type { Team } from '#core/ports/team.ts';
import type { Sessions } from '../session.ts';
import { connect, type SyncOptions } from './link.ts';
import { makeTeam, type TeamParts } from './team.ts';

/** What an app hands in to work with a server, or without one. */
export interface StartParts
  extends Pick<SyncOptions, 'replica' | 'db' | 'clock' | 'waves'>,
    Pick<TeamParts, 'origin' | 'restart'> {
  sessions: Sessions;
  chance: Chance;
}

const alone: SyncLink = { state: { kind: 'alone' }, watch: () => () => {} };

/** Connects the open workspace when it has a home on a server. To be called before any document is opened. */
export async function startSync(parts: StartParts): Promise<{ sync: SyncLink; team: Team }> {
  const { sessions, db, chance } = parts;
  const { id, server, secret } = sessions.current;
  const tab = newId<'tab'>(chance);
  const link = server === '' ? null : connect({ ...parts, url: server, workspace: id, secret, tab });
  const team = await makeTeam({ ...parts, sessions, db, tryNow: () => link?.hurry() });
  return { sync: link ?? alone, team };
}
