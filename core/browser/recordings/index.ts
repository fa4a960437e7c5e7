import type { WorkspaceId } from '#core/model/ids.ts';
import type { Recordings } from '#core/ports/recordings.ts';
import { browserMicrophone } from './microphone.ts';
import { BrowserRecordings, RecordingsDatabase } from './store.ts';

/** The recordings of a workspace and this device's microphone. Nothing is asked for yet. */
export function openRecordings(workspace: WorkspaceId): Recordings {
  return { store: new BrowserRecordings(new RecordingsDatabase(workspace)), microphone: browserMicrophone };
}
