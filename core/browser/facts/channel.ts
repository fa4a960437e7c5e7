import type { WorkspaceId } from '#core/model/ids.ts';

/** The BroadcastChannel on which the id of each interview whose row changed is told, to every tab and worker. */
export const factsChannel = (workspace: WorkspaceId): string => `sounding-facts:${workspace}`;
