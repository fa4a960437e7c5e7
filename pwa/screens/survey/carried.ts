import { docName } from '#core/model/docName.ts';
import type { ImportWatch, OpenImport } from '#core/ports/importer.ts';
import {
  type CarriedMapping,
  carryOver,
  type Inspection,
  type WaveBefore,
  type WaveHead,
} from '#core/waves/index.ts';
import type { Deps } from '#pwa/app/deps.ts';

/** The wave a file is read like, and what differs. */
export interface Carried extends CarriedMapping {
  from: WaveHead;
  /** Of the file, of a workbook the sheet that fits; differences are told by its columns. */
  inspection: Inspection;
}

type Needs = Pick<Deps, 'state' | 'replica' | 'session'>;

/** So many of the columns that an earlier wave used must be found again, for a file to be of the same survey. */
const likeEnough = 0.6;
const lookedAt = 8;

/**
 * The wave whose survey this file looks most to be: most of the columns it used are there, the score among them, and of
 * several as like it the newest. A workbook is first looked at by the sheet that wave was read from. Null where there is none, and for the invented
 * company's, which nobody brought. `sheet`: the only one to look at, since it was chosen.
 */
export async function carriedFrom(
  deps: Needs,
  open: OpenImport,
  { sheet, watch }: { sheet?: Inspection; watch: ImportWatch },
): Promise<Carried | null> {
  const others = new Map<string, Promise<Inspection | null>>();
  const other = (name: string): Promise<Inspection | null> => {
    const read = others.get(name) ?? open.sheet(name, watch).then((seen) => (seen.ok ? seen.value : null));
    others.set(name, read);
    return read;
  };
  const waves = deps.state.waves.peek().filter(({ sample }) => !sample);
  let best: { from: WaveHead; inspection: Inspection; like: number } | null = null;
  for (const from of waves.slice(0, lookedAt)) {
    const { sheet: name } = from.mapping;
    const itsOwn = sheet || !isAnother(open.inspection, name) ? null : await other(name);
    for (const inspection of [itsOwn, sheet ?? open.inspection]) {
      const like = inspection ? likeness(from, inspection) : 0;
      // of those equally like the newest, and of its sheets its own, stays
      if (inspection && like >= likeEnough && like > (best?.like ?? 0)) best = { from, inspection, like };
    }
  }
  if (!best) return null;
  const { from, inspection } = best;
  return { ...carryOver(from.mapping, inspection, await waveBefore(deps, open, from)), from, inspection };
}

/** Whether the workbook has a sheet of that name beside the one that was read. */
const isAnother = ({ sheet }: Inspection, name: string | undefined): name is string =>
  sheet?.name !== name && (sheet?.sheets ?? []).some((s) => s.name === name);

/** The share of the columns a wave used that are in the file; 0 without its score, and for a score of another kind. */
function likeness(from: WaveHead, inspection: Inspection): number {
  if (from.metric === 'csat' && inspection.mapping.columns.some(({ role }) => role === 'score')) return 0;
  const { differences } = carryOver(from.mapping, inspection);
  const used = from.mapping.columns.filter(({ role }) => role !== 'ignore').length;
  const gone = differences.filter(({ kind }) => kind === 'gone').length;
  const hasScore = differences.every((d) => d.kind !== 'gone' || d.role !== 'score');
  return used > 0 && hasScore ? (used - gone) / used : 0;
}

/** What that wave holds, its values as the team renamed and merged them: a new value is one that nobody has seen. */
async function waveBefore(
  { replica, session }: Needs,
  open: OpenImport,
  from: WaveHead,
): Promise<WaveBefore> {
  const [{ editedSegments, editsIn, valuesOf }, codebook, stored] = await Promise.all([
    import('#core/segments/index.ts'),
    replica.open(docName(session.workspace, 'codebook')),
    open.valuesIn(from.id),
  ]);
  const edits = editsIn(codebook, from.sample);
  codebook.close();
  const shown = (name: string, values: readonly string[]): readonly string[] => {
    const [column] = editedSegments([{ name, codes: new Uint16Array(0), values }], edits);
    return column ? valuesOf(column) : values;
  };
  const values = new Map([...stored].map(([name, cells]) => [name, shown(name, cells)]));
  const highest = from.histogram.findLastIndex((n) => n > 0);
  return { values, shown, hadZero: (from.histogram[0] ?? 0) > 0, ...(highest >= 0 && { highest }) };
}
