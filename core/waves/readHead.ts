import * as v from 'valibot';
import { parseId } from '../model/ids.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { metrics } from './mapping.ts';
import { mappingSchema } from './readMapping.ts';
import type { WaveHead } from './wave.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const names = v.array(v.string());
const head = v.object({
  id: v.string(),
  cycle: v.string(),
  cycleName: v.string(),
  metric: v.picklist(metrics),
  fileName: v.string(),
  fileSize: count,
  contentHash: hash,
  fileHash: v.optional(hash),
  importedAt: v.number(),
  rows: count,
  answers: count,
  nonResponses: count,
  rejected: count,
  leftOut: v.optional(count),
  superseded: v.optional(count),
  histogram: v.pipe(v.array(count), v.length(11)),
  firstDay: v.string(),
  lastDay: v.string(),
  dimensions: names,
  ratings: names,
  mapping: mappingSchema,
  sample: v.boolean(),
});

/** What was read is no head of a wave. */
export interface NoHead {
  kind: 'noHead';
  problem: string;
}

/** Reads a wave's head that came from another device. */
export function readWaveHead(json: unknown): Result<WaveHead, NoHead> {
  const parsed = v.safeParse(head, json);
  if (!parsed.success) return fail({ kind: 'noHead', problem: parsed.issues[0].message });
  const id = parseId<'wave'>(parsed.output.id);
  const cycle = parseId<'cycle'>(parsed.output.cycle);
  if (!id.ok || !cycle.ok) return fail({ kind: 'noHead', problem: 'an id is no id' });
  return ok({ ...parsed.output, id: id.value, cycle: cycle.value });
}
