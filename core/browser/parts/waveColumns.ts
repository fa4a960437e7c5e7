import { parseId } from '#core/model/ids.ts';
import type { WaveStore } from '#core/ports/waves.ts';
import type { RosterEntry } from '#core/sample/index.ts';
import type { WaveColumns } from '#core/waves/index.ts';

/**
 * The wave somebody on a roster is of, as it is read now, for `asReadNow`. Null for people from outside and where this
 * device has not got the wave or cannot read it: they keep the segments they were drawn with, and can be called all the same.
 */
export async function waveColumnsOf(
  { waves }: { waves: Pick<WaveStore, 'columns'> },
  { wave, outside }: Pick<RosterEntry, 'wave' | 'outside'>,
): Promise<WaveColumns | null> {
  const id = parseId<'wave'>(wave);
  if (outside || !id.ok) return null;
  const read = await waves.columns(id.value).catch(() => null);
  return read?.ok ? read.value : null;
}
