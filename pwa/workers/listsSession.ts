import type { WaveId } from '#core/model/ids.ts';
import { fail, ok, type Result } from '#core/model/result.ts';
import type { Stopped } from '#core/ports/importer.ts';
import type { ListOutcome } from '#core/ports/lists.ts';
import type { WaveStore, WaveStoreFault } from '#core/ports/waves.ts';
import {
  AccountIndex,
  accountsOf,
  type Digest,
  firstRowsOf,
  hashOf,
  InvitedJoin,
  inspectFile,
  type ListFault,
  type ListKind,
  type ListMapping,
  listMappingOf,
  PeopleMatcher,
  type Person,
  readPeopleList,
  readRenewals,
  reportRenewals,
  type SamePeople,
  type Steps,
  shardCount,
  shardOf,
  type WaveColumns,
} from '#core/waves/index.ts';
import type { Report } from './importApi.ts';
import type { ListsWorker, OpenedList } from './listsApi.ts';
import { breath, runSteps } from './steps.ts';

export interface ListsDeps {
  waves: Pick<WaveStore, 'list' | 'columns' | 'people'>;
  digest: Digest;
  /** Milliseconds that only ever grow. */
  steady: () => number;
}

/** What a wave says without its people. */
interface Wave {
  id: WaveId;
  columns: WaveColumns;
}

/** People read at once: of one shard, so that no shard is read twice. */
const atOnce = 16_384;

/** Holds the list being looked at, and reads the people of a wave piece by piece, never all at once. */
export class ListsSession implements ListsWorker {
  private readonly deps: ListsDeps;
  private file: { bytes: Uint8Array; kind: ListKind } | null = null;
  private stopped = false;

  constructor(deps: ListsDeps) {
    this.deps = deps;
  }

  async open(
    kind: ListKind,
    bytes: Uint8Array,
    name: string,
    report: Report,
  ): Promise<Result<OpenedList, ListFault | Stopped>> {
    this.stopped = false;
    this.file = null;
    const inspected = await this.run(inspectFile(bytes, name, 'contacts'), bytes.length, report);
    if (!inspected.ok) return inspected;
    if (!inspected.value.ok) return inspected.value;
    const inspection = inspected.value.value;
    this.file = { bytes, kind };
    const fileHash = await hashOf(bytes, this.deps.digest);
    return ok({ inspection, mapping: listMappingOf(kind, inspection), fileHash });
  }

  async join(
    mapping: ListMapping,
    ids: readonly WaveId[],
    report: Report,
  ): Promise<Result<ListOutcome, ListFault | WaveStoreFault | Stopped>> {
    this.stopped = false;
    const { file } = this;
    if (!file) throw new Error('no list is open');
    const waves = await this.wavesOf(ids);
    if (!waves.ok) return waves;
    const accounts = await this.accountsOf(waves.value);
    if (!accounts.ok) return accounts;
    const [wave] = waves.value;
    if (file.kind === 'renewals') return this.joinRenewals(file.bytes, mapping, wave, accounts.value, report);
    return this.joinPeople(file.kind, file.bytes, mapping, wave, accounts.value, report);
  }

  async samePeople(
    ids: readonly WaveId[],
    report: Report,
  ): Promise<Result<SamePeople, WaveStoreFault | Stopped>> {
    this.stopped = false;
    const waves = await this.wavesOf(ids);
    if (!waves.ok) return waves;
    const all = 2 * waves.value.reduce((sum, { columns }) => sum + columns.rows, 0);
    const matcher = new PeopleMatcher();
    const count = counter(all, report);
    for (const wave of waves.value) {
      const read = await this.everybody(wave, (person) => matcher.take(person), count);
      if (!read.ok) return read;
    }
    matcher.settle();
    for (const wave of waves.value) {
      const read = await this.everybody(wave, (person) => matcher.look(person, wave.id), count);
      if (!read.ok) return read;
    }
    return ok(matcher.done());
  }

  stop(): void {
    this.stopped = true;
  }

  private async joinRenewals(
    bytes: Uint8Array,
    mapping: ListMapping,
    wave: Wave | undefined,
    accounts: AccountIndex,
    report: Report,
  ): Promise<Result<ListOutcome, ListFault | Stopped>> {
    const list = await this.run(readRenewals(bytes, mapping), bytes.length, report);
    if (!list.ok) return list;
    if (!list.value.ok) return list.value;
    return ok({ kind: 'renewals', report: reportRenewals(list.value.value, accounts, namesOf(wave)) });
  }

  private async joinPeople(
    kind: 'invited' | 'customers',
    bytes: Uint8Array,
    mapping: ListMapping,
    wave: Wave | undefined,
    accounts: AccountIndex,
    report: Report,
  ): Promise<Result<ListOutcome, ListFault | WaveStoreFault | Stopped>> {
    const list = await this.run(readPeopleList(bytes, kind, mapping), bytes.length, report);
    if (!list.ok) return list;
    if (!list.value.ok) return list.value;
    const join = new InvitedJoin(list.value.value);
    if (kind === 'invited' && wave) {
      const count = counter(wave.columns.rows, report);
      const read = await this.everybody(wave, (person) => join.take(person), count);
      if (!read.ok) return read;
    }
    return ok({ kind: 'people', report: join.report(accounts, namesOf(wave)) });
  }

  private async wavesOf(ids: readonly WaveId[]): Promise<Result<Wave[], WaveStoreFault>> {
    const waves: Wave[] = [];
    for (const id of ids) {
      const columns = await this.deps.waves.columns(id);
      if (!columns.ok) return columns;
      waves.push({ id, columns: columns.value });
    }
    return ok(waves);
  }

  /** One person of each account is enough to know its name: what it is like stands in the columns. */
  private async accountsOf(waves: readonly Wave[]): Promise<Result<AccountIndex, WaveStoreFault>> {
    const index = new AccountIndex();
    const heads = new Map((await this.deps.waves.list()).map((head) => [head.id, head]));
    for (const { id, columns } of waves) {
      const rows = firstRowsOf(columns);
      const people = await this.deps.waves.people(id, rows);
      if (!people.ok) return people;
      const byRow = new Map(people.value.map((person) => [person.row, person]));
      index.add(
        accountsOf(
          columns,
          rows.map((row) => byRow.get(row) ?? nobody),
          heads.get(id)?.metric,
        ),
      );
    }
    return ok(index);
  }

  private async everybody(
    { id, columns }: Wave,
    take: (person: Person) => void,
    count: (people: number) => void,
  ): Promise<Result<null, WaveStoreFault | Stopped>> {
    for (const rows of piecesOf(columns)) {
      const people = await this.deps.waves.people(id, rows);
      if (!people.ok) return people;
      for (const person of people.value) take(person);
      count(rows.length);
      await breath();
      if (this.stopped) return fail({ kind: 'stopped' });
    }
    return ok(null);
  }

  private run<T>(steps: Steps<T>, all: number, report: Report): Promise<Result<T, Stopped>> {
    return runSteps(steps, {
      now: this.deps.steady,
      report: (done) => report({ step: 'reading', unit: 'bytes', done, all }),
      isStopped: () => this.stopped,
    });
  }
}

const nobody = { accountName: '', accountCrmId: '', revenue: null };
const namesOf = (wave: Wave | undefined): string[] => wave?.columns.segments.map(({ name }) => name) ?? [];

function counter(all: number, report: Report): (people: number) => void {
  let done = 0;
  return (people) => {
    done += people;
    report({ step: 'joining', unit: 'people', done, all });
  };
}

/** The rows of a wave, shard by shard, in pieces. */
function* piecesOf(columns: WaveColumns): Generator<number[]> {
  const shards: number[][] = Array.from({ length: shardCount(columns.rows) }, () => []);
  for (let row = 0; row < columns.rows; row++) shards[shardOf(columns, row)]?.push(row);
  for (const rows of shards) for (let i = 0; i < rows.length; i += atOnce) yield rows.slice(i, i + atOnce);
}
