import type { WorkspaceId } from '#core/model/ids.ts';
import type { Replica } from '#core/ports/replica.ts';
import { makeCounter } from './countClient.ts';
import { makeImporter } from './importClient.ts';
import { makeListReader } from './listsClient.ts';
import { makeSamePeople } from './samePeopleClient.ts';
import { makeSuggester } from './suggestClient.ts';

/** The page's side of every worker; each starts its worker when it is first asked. */
export const makeClients = (workspace: WorkspaceId, replica: Pick<Replica, 'open'>) => ({
  counter: makeCounter(workspace),
  importer: makeImporter(workspace),
  lists: makeListReader(workspace),
  samePeople: makeSamePeople(workspace, replica),
  suggester: makeSuggester(workspace),
});
