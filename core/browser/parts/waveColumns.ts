import { parseId } from '#core/model/ids.ts';
import type { WaveStore } from '#core/ports/waves.ts';
import type { RosterEntry } from '#core/sample/index.ts';
import type { WaveColumns } from '#core/waves/index.ts';
import { slow, within } from '../replica/index.ts';

/** Milliseconds that somebody waits for their segments' present names before their call begins without. */
const patience = 2000;

/**
 * The wave somebody on a roster is of, as it is read now, for `asReadNow`. Null for people from outside and where this
 * device has not got the wave or cannot read it now: they keep the segments they were drawn with, and can be called all the
 * same.
 */
export async function waveColumnsOf(
  { waves }: { waves: Pick<WaveStore, 'columns'> },
  { wave, outside }: Pick<RosterEntry, 'wave' | 'outside'>,
): Promise<WaveColumns | null> {
  const id = parseId<'wave'>(wave);
  if (outside || !id.ok) return null;
  const read = await within(waves.columns(id.value), patience).catch(() => null);
  return read !== slow && read?.ok ? read.value : null;
}
