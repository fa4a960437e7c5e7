import type { WaveId } from '#core/model/ids.ts';
import { fail, ok, type Result } from '#core/model/result.ts';
import type { WaveStore, WaveStoreFault } from '#core/ports/waves.ts';
import {
  type CrossMap,
  type CrossRefusal,
  crossOf,
  editedSegments,
  mapAndFindings,
  type ReadColumns,
  trimmedMap,
} from '#core/segments/index.ts';
import type { CountRequest, Counts, SegmentCounter } from './countApi.ts';

/** Segments a dimension that go to the screen: those with the most answers, and as many again that are proposed. */
const mostSent = 500;

/**
 * Counts the segments of stored waves. Scores and codes of the waves last asked for are kept, a few megabytes of a million
 * answers, so that another cross is a matter of milliseconds; the rest of a wave is let go of.
 */
export function makeCounting(waves: Pick<WaveStore, 'columns'>): SegmentCounter {
  let kept = new Map<WaveId, ReadColumns>();
  const read = async (id: WaveId): Promise<Result<ReadColumns, WaveStoreFault>> => {
    const known = kept.get(id);
    if (known) return ok(known);
    const columns = await waves.columns(id);
    if (!columns.ok) return columns;
    const { score, segments } = columns.value;
    return ok({
      score: score.slice(),
      segments: segments.map((column) => ({ ...column, codes: column.codes.slice() })),
    });
  };
  const both = async ({ now, earlier, edits }: CountRequest) => {
    const [is, was] = await Promise.all([read(now), earlier === null ? null : read(earlier)]);
    if (!is.ok) return is;
    kept = new Map([
      [now, is.value],
      ...(earlier !== null && was?.ok ? [[earlier, was.value] as const] : []),
    ]);
    const edited = (of: ReadColumns): ReadColumns => ({
      score: of.score,
      segments: editedSegments(of.segments, edits),
    });
    return ok({ now: edited(is.value), earlier: was?.ok ? edited(was.value) : undefined });
  };
  return {
    map: (request) =>
      orUnavailable(async () => {
        const columns = await both(request);
        if (!columns.ok) return columns;
        const { map, ...rest } = mapAndFindings(columns.value.now, columns.value.earlier);
        return ok({ ...rest, map: trimmedMap(map, mostSent), compared: columns.value.earlier !== undefined });
      }),
    cross: (request, names) =>
      orUnavailable<Counts<{ cross: CrossMap }>, CrossRefusal>(async () => {
        const columns = await both(request);
        if (!columns.ok) return columns;
        const cross = crossOf(columns.value.now, names, columns.value.earlier);
        return cross.ok ? ok({ cross: cross.value, compared: columns.value.earlier !== undefined }) : cross;
      }),
  };
}

async function orUnavailable<T, F>(
  count: () => Promise<Result<T, F | WaveStoreFault>>,
): Promise<Result<T, F | WaveStoreFault>> {
  try {
    return await count();
  } catch (why) {
    return fail({ kind: 'unavailable', reason: why instanceof Error ? why.message : '' });
  }
}
