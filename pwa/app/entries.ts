import { docName } from '#core/model/docName.ts';
import { parseId } from '#core/model/ids.ts';
import { recordsIn } from '#core/model/record.ts';
import { rosterEntry } from '#core/sample/index.ts';
import type { Command, Deps } from './deps.ts';
import { words } from './words.ts';

type Needs = Pick<Deps, 'state' | 'waves' | 'replica' | 'session' | 'go'>;

/** Of a larger survey the dimensions alone are found: reading every answer would make the palette wait. */
const mostAnswers = 200_000;

/** What can be found by name beside screens and actions: the segments of the survey on screen and those on its roster. */
export async function entriesOf(needs: Needs): Promise<Command[]> {
  const found = await Promise.all([segmentsIn(needs), peopleIn(needs)]);
  return found.flat();
}

async function segmentsIn({ state, waves, go }: Needs): Promise<Command[]> {
  const head = state.waves.peek().find(({ cycle }) => cycle === state.cycle.peek());
  if (!head) return [];
  const see = (dimension: string, find = '') => {
    const query = new URLSearchParams({ in: dimension, ...(find && { find }) });
    return () => go(`/segments?${query}`);
  };
  const dimensions = head.dimensions.map((name) => ({ name, keys: words.kinds.segments, run: see(name) }));
  const read = head.answers > mostAnswers ? null : await waves.columns(head.id);
  if (!read?.ok) return dimensions;
  const values = read.value.segments.flatMap(({ name, values: all }) =>
    all.map((value) => ({ name: `${name}: ${value}`, keys: words.kinds.segment, run: see(name, value) })),
  );
  return [...dimensions, ...values];
}

async function peopleIn({ state, replica, session, go }: Needs): Promise<Command[]> {
  const cycle = parseId<'cycle'>(state.cycle.peek());
  if (!cycle.ok) return [];
  const doc = await replica.open(docName(session.workspace, 'cycle', cycle.value));
  const roster = recordsIn(doc, rosterEntry);
  doc.close();
  return roster
    .filter(({ name }) => name !== '')
    .map(({ name, accountName }) => ({
      name,
      keys: words.kinds.person(accountName),
      run: () => go(`/people?find=${encodeURIComponent(name)}`),
    }));
}
