import { expose } from 'comlink';
import { WorkspaceDatabase } from '#core/browser/database.ts';
import { makeWaveStore, readKeys } from '#core/browser/waves/index.ts';
import { parseId, type WaveId } from '#core/model/ids.ts';
import { ok, type Result } from '#core/model/result.ts';
import type { SamePeopleFound } from '#core/ports/samePeople.ts';
import type { WaveStoreFault } from '#core/ports/waves.ts';
import { scorePairsOf } from '#core/scores/index.ts';
import { type PersonKeys, pairsOf, type SaidSame, type WaveColumns } from '#core/waves/index.ts';
import type { SamePeopleWorker } from './samePeopleApi.ts';

/** Matches the people of two waves away from the page. The name the worker is started with is its workspace. */
const workspace = parseId<'workspace'>(self.name);
if (!workspace.ok) throw new Error(`the worker needs a workspace, got "${self.name}"`);

const database = new WorkspaceDatabase(workspace.value);
const store = makeWaveStore(database);

interface ReadWave {
  columns: WaveColumns;
  keys: PersonKeys;
}

async function read(wave: WaveId, withNames: boolean): Promise<Result<ReadWave, WaveStoreFault>> {
  const columns = await store.columns(wave);
  if (!columns.ok) return columns;
  const keys = await readKeys(database, wave, columns.value.rows, withNames);
  return keys.ok ? ok({ columns: columns.value, keys: keys.value }) : keys;
}

const namesSomebody = ({ ids, mails }: PersonKeys): boolean =>
  ids.some((id) => id !== '') || mails.some((mail) => mail !== '');

async function find(
  before: WaveId,
  now: WaveId,
  said: SaidSame,
): Promise<Result<SamePeopleFound | null, WaveStoreFault>> {
  const was = await read(before, said.size > 0);
  if (!was.ok) return was;
  if (!namesSomebody(was.value.keys)) return ok(null);
  const is = await read(now, said.size > 0);
  if (!is.ok) return is;
  if (!namesSomebody(is.value.keys)) return ok(null);
  const pairs = pairsOf(was.value.keys, is.value.keys, said);
  const { byId, byEmail, bySaid, ambiguous, conflicting } = pairs;
  const scores = scorePairsOf(was.value.columns.score, is.value.columns.score, pairs);
  return ok({ scores, byId, byEmail, bySaid, ambiguous, conflicting });
}

const answers: SamePeopleWorker = { find };
expose(answers);
