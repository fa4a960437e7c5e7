import type { Chance } from '#core/model/chance.ts';
import { newId, parseId } from '#core/model/ids.ts';
import { fail, ok, type Result } from '#core/model/result.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { ImportProgress, SaveOutcome, SaveRequest, Stopped, WaveCheck } from '#core/ports/importer.ts';
import type { WaveStore, WaveStoreFault } from '#core/ports/waves.ts';
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
import type { ImportWorker, Opened, Report } from './importApi.ts';
import { runSteps } from './steps.ts';

/** A lookup that tells how far it is. */
export interface ReportingLookup {
  add(wave: BuiltWave, onProgress: (done: number, all: number) => void): Promise<void>;
}

export interface SessionDeps {
  waves: WaveStore;
  lookup: ReportingLookup;
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

  async open(
    bytes: Uint8Array,
    name: string,
    report: Report,
  ): Promise<Result<Opened, ImportFault | Stopped>> {
    this.stopped = false;
    this.file = null;
    this.contacts = null;
    this.last = null;
    const inspected = await this.run(inspectFile(bytes, name), 'reading', bytes.length, report);
    if (!inspected.ok) return inspected;
    if (!inspected.value.ok) return inspected.value;
    const hash = await hashOf(bytes, this.deps.digest);
    this.file = { bytes, name, hash };
    const waves = await this.deps.waves.list().catch(() => []);
    const earlier = waves.filter(({ fileHash }) => fileHash === hash);
    return ok({ inspection: inspected.value.value, earlier });
  }

  async check(
    mapping: Mapping,
    report: Report,
  ): Promise<Result<WaveCheck, ImportFault | ContactsFault | Stopped>> {
    const built = await this.built(mapping, report);
    return built.ok ? ok(checkOf(built.value)) : built;
  }

  async addContacts(
    bytes: Uint8Array,
    name: string,
    report: Report,
  ): Promise<Result<Inspection, ContactsFault | Stopped>> {
    this.stopped = false;
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
    report: Report,
  ): Promise<Result<SaveOutcome, ImportFault | ContactsFault | WaveStoreFault | Stopped>> {
    const built = await this.built(mapping, report);
    if (!built.ok) return built;
    const { wave: made, join, notes } = built.value;
    const wave = { ...made, head: { ...made.head, cycle, cycleName, importedAt: this.deps.clock.now() } };
    report({ step: 'saving', unit: 'rows', done: 0, all: wave.head.rows });
    const saved = await this.deps.waves.save(wave);
    if (!saved.ok) return saved;
    if (saved.value.id !== wave.head.id) return ok({ kind: 'already', head: saved.value, join, notes });
    this.last = null;
    try {
      await this.deps.lookup.add(wave, (done, all) => {
        const people = wave.people.length;
        report({ step: 'lookup', unit: 'people', done: Math.round((people * done) / all), all: people });
      });
    } catch (error) {
      await this.deps.waves.remove(wave.head.id);
      return fail(this.deps.faultOf(error));
    }
    return ok({ kind: 'saved', head: saved.value, join, notes });
  }

  stop(): void {
    this.stopped = true;
  }

  private async built(mapping: Mapping, report: Report): Promise<Built> {
    this.stopped = false;
    const { file, contacts, deps } = this;
    if (!file) throw new Error('no file is open');
    const of = contacts && { fileHash: contacts.hash, mapping: contacts.mapping };
    const content = await contentHashOf({ fileHash: file.hash, mapping, contacts: of }, deps.digest);
    if (this.last?.content === content) return ok(this.last.built);
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

function canJoin(mapping: Mapping): boolean {
  const joining: readonly string[] = ['respondentId', 'email', 'crmId', 'account'];
  return mapping.columns.some(({ role }) => joining.includes(role));
}
