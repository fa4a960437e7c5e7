import type { Chance } from '#core/model/chance.ts';
import { newId, parseId, type WaveId } from '#core/model/ids.ts';
import { fail, ok, type Result } from '#core/model/result.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { ImportProgress, SaveOutcome, SaveRequest, Stopped, WaveCheck } from '#core/ports/importer.ts';
import type { Lookup, WaveStore, WaveStoreFault } from '#core/ports/waves.ts';
import {
  asContactsFault,
  type BuildOutcome,
  type BuiltWave,
  buildWave,
  type ContactsFault,
  type ContactsInput,
  contentHashOf,
  type Digest,
  hashOf,
  type ImportFault,
  type Inspection,
  inspectFile,
  type Mapping,
  type Steps,
} from '#core/waves/index.ts';
import { checkOf } from './check.ts';
import type { ImportWorker, Opened, Report, Source } from './importApi.ts';
import { runSteps } from './steps.ts';

/** Between two reports, in ms: the page draws each, and has other things to do. */
const reportEvery = 100;

export interface SessionDeps {
  waves: WaveStore;
  lookup: Pick<Lookup, 'add'>;
  chance: Chance;
  clock: Clock;
  digest: Digest;
  /** What a failed lookup means for the import. */
  faultOf: (error: unknown) => WaveStoreFault;
}

interface OpenFile {
  bytes: Uint8Array;
  name: string;
  hash: string;
}
type Built = Result<BuildOutcome, ImportFault | ContactsFault | Stopped>;

/** Holds the file being looked at and what was last made of it, so that saving what was checked builds nothing twice. */
export class ImportSession implements ImportWorker {
  private readonly deps: SessionDeps;
  private file: OpenFile | null = null;
  private contacts: (ContactsInput & { hash: string }) | null = null;
  private last: { content: string; built: BuildOutcome } | null = null;
  private stopped = false;

  constructor(deps: SessionDeps) {
    this.deps = deps;
  }

  async open(source: Source, name: string, onReport: Report): Promise<Result<Opened, ImportFault | Stopped>> {
    this.stopped = false;
    this.file = null;
    this.contacts = null;
    this.last = null;
    const report = this.throttled(onReport);
    const bytes = await bytesOf(source);
    if (this.stopped) return fail({ kind: 'stopped' });
    // the browser hashes a copy beside us: begun now, the copy is gone before reading needs memory of its own
    const hashing = hashOf(bytes, this.deps.digest);
    // awaited at the end: of a file that is refused, nobody asks for the hash
    hashing.catch(() => {});
    const inspected = await this.run(inspectFile(bytes, name), 'reading', bytes.length, report);
    if (!inspected.ok) return inspected;
    if (!inspected.value.ok) return inspected.value;
    const hash = await hashing;
    if (this.stopped) return fail({ kind: 'stopped' });
    this.file = { bytes, name, hash };
    const waves = await this.deps.waves.list().catch(() => []);
    const earlier = waves.filter(({ fileHash }) => fileHash === hash);
    return ok({ inspection: inspected.value.value, earlier });
  }

  async sheet(name: string, onReport: Report): Promise<Result<Inspection, ImportFault | Stopped>> {
    this.stopped = false;
    const { bytes, name: fileName } = this.opened();
    const steps = inspectFile(bytes, fileName, 'survey', name);
    const inspected = await this.run(steps, 'reading', bytes.length, this.throttled(onReport));
    return inspected.ok ? inspected.value : inspected;
  }

  async valuesIn(wave: WaveId): Promise<ReadonlyMap<string, readonly string[]>> {
    const columns = await this.deps.waves.columns(wave).catch(() => null);
    const segments = columns?.ok ? columns.value.segments : [];
    return new Map(segments.map(({ name, values }) => [name, values]));
  }

  async check(
    mapping: Mapping,
    report: Report,
  ): Promise<Result<WaveCheck, ImportFault | ContactsFault | Stopped>> {
    const built = await this.built(mapping, this.throttled(report));
    return built.ok ? ok(checkOf(built.value)) : built;
  }

  async addContacts(
    source: Source,
    name: string,
    onReport: Report,
  ): Promise<Result<Inspection, ContactsFault | Stopped>> {
    this.stopped = false;
    const report = this.throttled(onReport);
    const bytes = await bytesOf(source);
    const inspected = await this.run(inspectFile(bytes, name, 'contacts'), 'reading', bytes.length, report);
    if (!inspected.ok) return inspected;
    const { value } = inspected;
    if (!value.ok) return fail(asContactsFault(value.why));
    const { mapping, columns } = value.value;
    if (!canJoin(mapping)) return fail({ kind: 'nothingToJoinBy', columns: columns.length });
    this.contacts = { file: bytes, mapping, hash: await hashOf(bytes, this.deps.digest) };
    return ok(value.value);
  }

  mapContacts(mapping: Mapping): Result<Mapping, ContactsFault> {
    if (!canJoin(mapping)) return fail({ kind: 'nothingToJoinBy', columns: mapping.columns.length });
    if (this.contacts) this.contacts = { ...this.contacts, mapping };
    return ok(mapping);
  }

  dropContacts(): void {
    this.contacts = null;
  }

  async save(
    { mapping, cycle, cycleName }: SaveRequest,
    onReport: Report,
  ): Promise<Result<SaveOutcome, ImportFault | ContactsFault | WaveStoreFault | Stopped>> {
    const report = this.throttled(onReport);
    const built = await this.built(mapping, report);
    if (!built.ok) return built;
    const { wave: made, join, notes } = built.value;
    // what was checked may have been read with a mapping that remembers less, though it says the same
    const now = { mapping, cycle, cycleName, importedAt: this.deps.clock.now() };
    const wave = { ...made, head: { ...made.head, ...now } };
    const all = wave.head.rows;
    report({ step: 'saving', unit: 'rows', done: 0, all });
    const saved = await this.deps.waves.save(wave, {
      onProgress: (done) => report({ step: 'saving', unit: 'rows', done, all }),
      isStopped: this.isStopped,
    });
    if (!saved.ok) return saved;
    if (saved.value.id !== wave.head.id) return ok({ kind: 'already', head: saved.value, join, notes });
    const looked = await this.addToLookup(wave, report);
    if (!looked.ok) {
      await this.deps.waves.remove(wave.head.id);
      return looked;
    }
    this.last = null;
    return ok({ kind: 'saved', head: saved.value, join, notes });
  }

  stop(): void {
    this.stopped = true;
  }

  private readonly isStopped = (): boolean => this.stopped;

  private async addToLookup(
    wave: BuiltWave,
    report: Report,
  ): Promise<Result<null, WaveStoreFault | Stopped>> {
    const people = wave.people.length;
    const onProgress = (done: number, all: number): void =>
      report({ step: 'lookup', unit: 'people', done: Math.round((people * done) / all), all: people });
    try {
      const isWhole = await this.deps.lookup.add(wave, { onProgress, isStopped: this.isStopped });
      return isWhole ? ok(null) : fail({ kind: 'stopped' });
    } catch (error) {
      return fail(this.deps.faultOf(error));
    }
  }

  private opened(): OpenFile {
    if (!this.file) throw new Error('no file is open');
    return this.file;
  }

  /** Reports at most so often, and the first of every step. */
  private throttled(report: Report): Report {
    const { steady } = this.deps.clock;
    let step = '';
    let at = 0;
    return (progress) => {
      const now = steady();
      if (progress.step === step && now - at < reportEvery) return;
      step = progress.step;
      at = now;
      report(progress);
    };
  }

  private async built(mapping: Mapping, report: Report): Promise<Built> {
    this.stopped = false;
    const { contacts, deps } = this;
    const file = this.opened();
    const of = contacts && { fileHash: contacts.hash, mapping: contacts.mapping };
    const content = await contentHashOf({ fileHash: file.hash, mapping, contacts: of }, deps.digest);
    if (this.last?.content === content) return ok(this.last.built);
    // two waves of a million answers at once would be too much
    this.last = null;
    const about = {
      id: newId<'wave'>(deps.chance),
      cycle: unnamed,
      cycleName: '',
      fileName: file.name,
      fileSize: file.bytes.length,
      contentHash: content,
      fileHash: file.hash,
      importedAt: deps.clock.now(),
      mapping,
      sample: false,
    };
    const all = file.bytes.length + (contacts?.file.length ?? 0);
    const run = await this.run(buildWave(file.bytes, about, contacts), 'building', all, report);
    if (!run.ok) return run;
    if (run.value.ok) this.last = { content, built: run.value.value };
    return run.value;
  }

  private run<T>(
    steps: Steps<T>,
    step: ImportProgress['step'],
    all: number,
    report: Report,
  ): Promise<Result<T, Stopped>> {
    return runSteps(steps, {
      now: this.deps.clock.steady,
      report: (done) => report({ step, unit: 'bytes', done, all }),
      isStopped: () => this.stopped,
    });
  }
}

const parsed = parseId<'cycle'>('none');
if (!parsed.ok) throw new Error('"none" is an id');
/** A wave that was only checked belongs to no cycle yet. */
const unnamed = parsed.value;

async function bytesOf(source: Source): Promise<Uint8Array> {
  return source instanceof Uint8Array ? source : new Uint8Array(await source.arrayBuffer());
}

function canJoin(mapping: Mapping): boolean {
  const joining: readonly string[] = ['respondentId', 'email', 'crmId', 'account'];
  return mapping.columns.some(({ role }) => joining.includes(role));
}
