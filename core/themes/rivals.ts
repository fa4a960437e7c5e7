import * as v from 'valibot';
import type { Change } from '../model/change.ts';
import { differing } from '../model/differing.ts';
import type { DocName } from '../model/docName.ts';
import type { Fields } from '../model/json.ts';
import { defineRecord, type RecordOf } from '../model/record.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { typedName } from '../notes/index.ts';
import type { Codebook } from './codebook.ts';
import { starterId } from './starter.ts';

/** How far a customer went with a competitor. */
export const standings = ['known', 'evaluated', 'used'] as const;
export type RivalStanding = (typeof standings)[number];

/** A competitor that customers speak of. Document `codebook`, collection `competitor`. */
export const competitor = defineRecord(
  'competitor',
  v.object({
    name: v.string(),
    /** What it has that matters to them: "reports that need no training". */
    feature: v.fallback(v.string(), ''),
    /** The theme under which it comes up. */
    theme: v.fallback(v.string(), ''),
    /** Comes with the invented company. */
    sample: v.optional(v.fallback(v.boolean(), false)),
  }),
);

/**
 * How far the customer of one interview went with one competitor. Document `codebook`, collection `sighting`, id
 * `<competitor>:<interview>`, so that two people who note the same agree.
 */
export const sighting = defineRecord(
  'sighting',
  v.object({
    competitor: v.string(),
    interview: v.string(),
    standing: v.picklist(standings),
    /** Of the invented company. */
    sample: v.optional(v.fallback(v.boolean(), false)),
  }),
);
export type Sighting = RecordOf<typeof sighting>;

export const sightingId = (competitor: string, interview: string): string => `${competitor}:${interview}`;

/** A competitor with the interviews that named it. */
export interface Rival extends RecordOf<typeof competitor> {
  readonly by: Readonly<Record<RivalStanding, readonly string[]>>;
}

/** Why a competitor cannot be kept. */
export type RivalRefusal = { kind: 'noRivalName' } | { kind: 'rivalKnown'; name: string; theme: string };

/** What is kept of a competitor; `seen`: how far each interview's customer went, null where it never came up. */
export interface RivalDraft {
  name: string;
  feature: string;
  theme: string;
  seen: Readonly<Record<string, RivalStanding | null>>;
}

/**
 * Keeps a competitor, new or known by its id, with what interviews say of it. Its name must be free. `opened`: the draft as it
 * was before somebody changed it, null for a new one; only what differs is written.
 */
export function keepRival(
  rivals: readonly Rival[],
  doc: DocName,
  id: string,
  draft: RivalDraft,
  opened: RivalDraft | null = null,
): Result<Change[], RivalRefusal> {
  const name = draft.name.trim().replace(/\s+/g, ' ');
  if (typedName(name) === '') return fail({ kind: 'noRivalName' });
  // Two that got one name on two devices can still be edited.
  const keepsName = opened !== null && typedName(opened.name) === typedName(name);
  const taken = !keepsName && rivals.find((r) => r.id !== id && typedName(r.name) === typedName(name));
  if (taken) return fail({ kind: 'rivalKnown', name: taken.name, theme: taken.theme });
  const before = rivals.find((r) => r.id === id);
  const { name: renamed, feature, theme } = differing(opened, draft);
  const fields = {
    ...(renamed !== undefined && { name }),
    ...(feature !== undefined && { feature: feature.trim() }),
    ...(theme !== undefined && { theme }),
  };
  return ok([
    ...(Object.keys(fields).length > 0 ? [competitor.put(doc, id, fields)] : []),
    ...Object.entries(draft.seen).flatMap(([interview, standing]) => {
      if (standing === standingOf(before, interview)) return [];
      const key = sightingId(id, interview);
      return standing === null
        ? [sighting.remove(doc, key)]
        : [sighting.put(doc, key, { competitor: id, interview, standing })];
    }),
  ]);
}

/** Id of a new competitor. It comes of the name, so that two people who add it apart agree; `otherwise` where that is taken. */
export function newRivalId(rivals: readonly Rival[], name: string, otherwise: string): string {
  const own = `named-${typedName(name).replaceAll(' ', '-')}`;
  return rivals.some((r) => r.id === own) ? otherwise : own;
}

/** A competitor named for the first time, in a call: it comes up under the starter theme until somebody says otherwise. */
export function nameRival(
  rivals: readonly Rival[],
  doc: DocName,
  name: string,
  otherwise: string,
): Result<{ id: string; changes: Change[] }, RivalRefusal> {
  const id = newRivalId(rivals, name, otherwise);
  const draft = { name, feature: '', theme: starterId('competitive', 'rival'), seen: {} };
  const kept = keepRival(rivals, doc, id, draft);
  return kept.ok ? ok({ id, changes: kept.value }) : kept;
}

/** How far the customer of an interview went with a competitor; null where it never came up. */
export function standingOf(rival: Rival | undefined, interview: string): RivalStanding | null {
  return standings.find((s) => rival?.by[s].includes(interview)) ?? null;
}

/** All competitors by name, with the interviews that named each. */
export function rivalsOf(
  competitors: ReadonlyMap<string, Fields>,
  sightings: ReadonlyMap<string, Fields>,
): Rival[] {
  const seen = [...sightings].flatMap(([id, fields]) => {
    const parsed = sighting.parse(id, fields);
    return parsed.ok ? [parsed.value] : [];
  });
  return [...competitors]
    .flatMap(([id, fields]) => {
      const parsed = competitor.parse(id, fields);
      if (!parsed.ok) return [];
      const by = (standing: RivalStanding) =>
        seen.filter((s) => s.competitor === id && s.standing === standing).map((s) => s.interview);
      return [{ ...parsed.value, by: { known: by('known'), evaluated: by('evaluated'), used: by('used') } }];
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1));
}

/** Competitors that come up under a theme, those of themes merged into it included. */
export const rivalsUnder = (rivals: readonly Rival[], codebook: Codebook, theme: string): Rival[] =>
  rivals.filter((r) => codebook.resolve(r.theme) === theme);
