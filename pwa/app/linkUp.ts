import { connect, type RunningLink } from '#core/browser/sync/index.ts';
import type { DocName } from '#core/model/docName.ts';
import type { Adapters } from './adapters.ts';

/** Connects the open workspace with its server; fetched only where there is one. `early`: documents opened before. */
export async function linkUp(adapters: Adapters, early: Iterable<DocName>): Promise<RunningLink> {
  const { replica, db, clock, session, sessions, stored, presence } = adapters;
  const { server, secret } = sessions.current;
  const waves = await stored.shelf();
  return connect({
    url: `${server.replace(/\/$/, '')}/`,
    secret,
    workspace: session.workspace,
    replica,
    db,
    clock,
    presence,
    tab: crypto.randomUUID(),
    early,
    ...(waves && { waves }),
  });
}
