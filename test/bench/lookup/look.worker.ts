import { WorkspaceDatabase } from '#core/browser/database.ts';
import { makeLookup } from '#core/browser/waves/index.ts';
import { workspace } from './invent.ts';

/** The overlay's lookup from a cold start: opens the database and finds one person. */
self.onmessage = async ({ data }: MessageEvent<string>) => {
  const facts = await makeLookup(new WorkspaceDatabase(workspace)).byEmail(data);
  self.postMessage(facts);
};
