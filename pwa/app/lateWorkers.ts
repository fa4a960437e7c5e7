import type { WorkspaceId } from '#core/model/ids.ts';
import { fail } from '#core/model/result.ts';
import type { Importer } from '#core/ports/importer.ts';
import type { ListReader } from '#core/ports/lists.ts';
import type { Replica } from '#core/ports/replica.ts';
import type { SamePeople } from '#core/ports/samePeople.ts';
import type { ThemeSuggester } from '#core/ports/suggest.ts';
import type { makeClients } from '#pwa/workers/clients.ts';
import type { SegmentCounter } from '#pwa/workers/countApi.ts';

type Clients = ReturnType<typeof makeClients>;

/** What is done away from the page's thread. */
interface Workers {
  counter: SegmentCounter;
  importer: Importer;
  lists: ListReader;
  samePeople: SamePeople;
  suggester: ThemeSuggester;
}

/** The page's side of the workers is fetched with the first question: the first paint needs none of it. */
export function lateWorkers(workspace: WorkspaceId, replica: Pick<Replica, 'open'>): Workers {
  let fetching: Promise<Clients> | null = null;
  const clients = () => {
    fetching ??= import('#pwa/workers/clients.ts')
      .then((m) => m.makeClients(workspace, replica))
      .catch((error: unknown) => {
        // Asked again, it may be there.
        fetching = null;
        throw error;
      });
    return fetching;
  };
  /** The answer, or that its code could not be fetched. */
  const ask = <T>(question: (all: Clients) => Promise<T>, otherwise: (reason: string) => T): Promise<T> =>
    clients().then(question, (error: unknown) => otherwise(String(error).slice(0, 300)));
  const gone = (reason: string) => fail({ kind: 'workerGone' as const, reason });
  const unavailable = (reason: string) => fail({ kind: 'unavailable' as const, reason });
  /** Without its code nothing is suggested. In the order in which it was told. */
  const tell = (what: (suggester: ThemeSuggester) => void) => {
    void clients().then(
      (all) => what(all.suggester),
      () => {},
    );
  };
  return {
    counter: {
      map: (request) => ask((all) => all.counter.map(request), unavailable),
      cross: (request, names) => ask((all) => all.counter.cross(request, names), unavailable),
    },
    importer: { open: (file, watch) => ask((all) => all.importer.open(file, watch), gone) },
    lists: {
      open: (kind, file, watch) => ask((all) => all.lists.open(kind, file, watch), gone),
      samePeople: (waves, watch) => ask((all) => all.lists.samePeople(waves, watch), gone),
    },
    samePeople: { find: (before, now) => ask((all) => all.samePeople.find(before, now), unavailable) },
    suggester: {
      follow: (themes) => tell((s) => s.follow(themes)),
      hold: (interview, notes) => tell((s) => s.hold(interview, notes)),
      release: (interview) => tell((s) => s.release(interview)),
      suggest: (line) =>
        ask(
          (all) => all.suggester.suggest(line),
          () => [],
        ),
      nearest: (text, most) =>
        ask(
          (all) => all.suggester.nearest(text, most),
          () => [],
        ),
    },
  };
}
