import { expose } from 'comlink';
import { WorkspaceDatabase } from '#core/browser/database.ts';
import { factsChannel } from '#core/browser/facts/channel.ts';
import { parseId } from '#core/model/ids.ts';
import { breath } from './steps.ts';
import { makeSuggestSession } from './suggestSession.ts';

/** Learns and suggests themes away from the page. The name the worker is started with is its workspace. */
const workspace = parseId<'workspace'>(self.name);
if (!workspace.ok) throw new Error(`the suggesting worker needs a workspace, got "${self.name}"`);

const { facts } = new WorkspaceDatabase(workspace.value);
const channel = new BroadcastChannel(factsChannel(workspace.value));

expose(
  makeSuggestSession(
    {
      interviews: () => facts.toCollection().primaryKeys(),
      read: (interviews) => facts.bulkGet([...interviews]),
      watch(onChange) {
        channel.onmessage = ({ data }: MessageEvent<unknown>) =>
          onChange(typeof data === 'string' ? data : null);
      },
    },
    breath,
  ),
);
