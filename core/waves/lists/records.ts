import * as v from 'valibot';
import { defineRecord, type RecordOf } from '../../model/record.ts';

const counts = v.object({ value: v.string(), of: v.number(), hits: v.number() });
const retention = v.object({
  value: v.string(),
  accounts: v.number(),
  left: v.number(),
  downgraded: v.number(),
  revenue: v.number(),
  revenueSquares: v.number(),
  revenueAccounts: v.number(),
  revenueKept: v.number(),
  unstated: v.number(),
});
/** Where a list's figures come from. The lines themselves are not kept: they are about people who did not answer. */
const source = {
  /** The wave it was counted against. */
  wave: v.string(),
  fileName: v.string(),
  /** SHA-256 of the file's bytes, hex. */
  fileHash: v.string(),
  lines: v.number(),
  /** Milliseconds since 1970 UTC; member, and the name at that time. */
  at: v.number(),
  by: v.fallback(v.string(), ''),
  byName: v.fallback(v.string(), ''),
  /** Lines that were not counted or joined. */
  left: v.fallback(v.number(), 0),
  sample: v.fallback(v.boolean(), false),
};

const peopleFigures = v.object({
  ...source,
  invited: v.number(),
  answered: v.fallback(v.number(), 0),
  unlisted: v.fallback(v.number(), 0),
  nameless: v.fallback(v.number(), 0),
  dimensions: v.fallback(
    v.array(
      v.object({
        name: v.string(),
        from: v.picklist(['list', 'accounts']),
        values: v.array(counts),
        unknown: v.object({ of: v.number(), hits: v.number() }),
        tooMany: v.fallback(v.boolean(), false),
      }),
    ),
    [],
  ),
});

/** Figures of the list of those invited: document `cycle/<id>`, collection `invited`, id `figures`. */
export const invitedFigures = defineRecord('invited', peopleFigures);
export type InvitedFigures = RecordOf<typeof invitedFigures>;

/** Figures of the list of all who could have been invited: the same, collection `customers`; nobody is looked for. */
export const customerFigures = defineRecord('customers', peopleFigures);
export type CustomerFigures = RecordOf<typeof customerFigures>;

/** Figures of the list of renewals and departures: document `cycle/<id>`, collection `renewals`, id `figures`. */
export const renewalFigures = defineRecord(
  'renewals',
  v.object({
    ...source,
    counts: v.object({ renewed: v.number(), downgraded: v.number(), left: v.number(), open: v.number() }),
    all: retention,
    joined: v.fallback(v.number(), 0),
    firstDay: v.fallback(v.string(), ''),
    lastDay: v.fallback(v.string(), ''),
    dimensions: v.fallback(
      v.array(
        v.object({
          name: v.string(),
          from: v.picklist(['list', 'accounts', 'score']),
          values: v.array(retention),
          unknown: retention,
          tooMany: v.fallback(v.boolean(), false),
        }),
      ),
      [],
    ),
  }),
);
export type RenewalFigures = RecordOf<typeof renewalFigures>;

/** The one id in each of these collections. */
export const figuresId = 'figures';
