import type { WorkspaceId } from '#core/model/ids.ts';
import { whenRestored } from '../pauses.ts';
import type { Sessions } from '../session.ts';
import { alarmOf } from './alarm.ts';
import { livingTabs } from './tabs.ts';

/** What a tab is built from that lives without a server. */
export interface AloneParts {
  sessions: Sessions;
  /** Of the workspace. */
  db: { name: string };
}

const channelOf = (workspace: WorkspaceId) => new BroadcastChannel(`sounding-home of ${workspace}`);

/** Tells the other tabs of this browser that a workspace has a server, after the registry was told. */
export function tellShared(workspace: WorkspaceId): void {
  const channel = channelOf(workspace);
  channel.postMessage('shared');
  channel.close();
}

/**
 * Connects this tab once another one has shared or joined its workspace; it is not reloaded, a call may be going on.
 * Meanwhile nothing of the workspace needs to be noted, since a first connection compares everything: the alarms of
 * tabs that are gone are cleared away. Resolves once it has looked for the first time.
 *
 * `connect` connects with the server that the session names by then, and resolves once edits are noted; `noted` ends what
 * `sayUnnoted` began for this tab.
 */
export async function awaitServer(
  { sessions, db }: AloneParts,
  connect: () => Promise<void>,
  noted: () => void,
): Promise<void> {
  const channel = channelOf(sessions.session.workspace);
  let isAlone = true;
  const look = async () => {
    const known = await sessions.refresh().catch(() => null);
    if (!isAlone || !known?.server) return known !== null;
    isAlone = false;
    channel.close();
    stop();
    await connect();
    noted();
    return false;
  };
  channel.onmessage = () => void look();
  const stop = whenRestored(() => void look());
  const isStillAlone = await look();
  if (!isStillAlone) return;
  const alarm = alarmOf(db.name, '');
  alarm.drop(await alarm.left(() => livingTabs(db.name)));
}
