import * as v from 'valibot';
import { bands } from '../waves/index.ts';
import { areas, probeKinds, type Question } from './guide.ts';

/** A field that older versions do not have; what cannot be read counts as absent. */
const later = <S extends v.GenericSchema>(schema: S) => v.optional(v.fallback(v.optional(schema), undefined));

const list = <S extends v.GenericSchema>(of: S) => v.pipe(v.array(of), v.readonly());
const condition = v.object({ dimension: v.string(), values: list(v.string()) });

/**
 * A question as it is stored, in a guide and with an interview. Apart from the guides themselves, which are large.
 */
export const questionSchema = v.object({
  id: v.string(),
  area: v.picklist(areas),
  text: v.string(),
  probes: list(v.object({ kind: v.picklist(probeKinds), text: v.string() })),
  bands: list(v.picklist(bands)),
  when: later(list(condition)),
  insteadOf: later(v.string()),
  why: later(v.string()),
});

/** The questions that an interview holds itself; what cannot be read is left out. */
export const questionsIn = (stored: readonly unknown[] = []): Question[] =>
  stored.flatMap((one) => {
    const read = v.safeParse(questionSchema, one);
    return read.success ? [read.output] : [];
  });
