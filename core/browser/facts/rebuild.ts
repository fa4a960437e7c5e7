import type { DocName } from '#core/model/docName.ts';
import type { ObservableReplica } from '#core/replica/index.ts';
import type { InterviewFacts } from '#core/themes/index.ts';
import { interviewOf } from './interview.ts';
import { projectDoc } from './project.ts';
import type { FactsTable, Rows, WriteHow } from './table.ts';

/** What all rows are made again with. */
export interface RebuildParts {
  replica: ObservableReplica;
  table: FactsTable;
  /** Interviews that are open here without what the disk has of them. */
  late: ReadonlySet<string>;
  /** Writes rows once what was begun before is written. */
  write(rows: Rows, how?: WriteHow): Promise<void>;
}

/** Documents read at once, and rows written in one transaction. */
const atOnce = 16;
const together = 64;

/**
 * Projects every interview document again and drops rows without one; reports how many are done. False when some could
 * not be read: their rows stay as they are.
 */
export async function rebuildFacts(
  parts: RebuildParts,
  names: readonly DocName[],
  onProgress: (done: number, all: number) => void,
): Promise<boolean> {
  let done = 0;
  let isWhole = true;
  onProgress(0, names.length);
  for (let i = 0; i < names.length; i += together) {
    const batch = names.slice(i, i + together);
    const read = await project(parts, batch, () => onProgress(++done, names.length));
    isWhole &&= read;
  }
  const known = new Set(names.map(interviewOf));
  const orphans = (await parts.table.interviews()).filter((interview) => !known.has(interview));
  await parts.write(new Map(orphans.map((interview) => [interview, null])));
  return isWhole;
}

/** Projects some documents as they lie there and writes what differs, unless a newer row came meanwhile. */
async function project(parts: RebuildParts, names: readonly DocName[], each: () => void): Promise<boolean> {
  const { replica, table, late } = parts;
  const known = await table.rowsOf(names.flatMap((name) => interviewOf(name) ?? []));
  const rows = new Map<string, InterviewFacts | null>();
  const queue = [...names];
  const work = async () => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      const doc = await replica.look(name);
      const interview = interviewOf(name);
      const row = doc && interview !== null ? projectDoc(interview, doc) : null;
      if (doc && interview !== null && (row || !late.has(interview))) rows.set(interview, row);
      each();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  await parts.write(rows, { known });
  return rows.size === names.length;
}
