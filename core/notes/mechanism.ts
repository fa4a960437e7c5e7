import * as v from 'valibot';
import { ladderDepths, mechanismParts } from '../guide/index.ts';
import { defineRecord, type RecordOf } from '../model/record.ts';

/**
 * Whether a note tells a part of a theme's mechanism, as somebody said: known, or not (a guess taken away). One record for
 * each note, theme and part (id of `coverId`), so that people who cover different parts while offline agree. Like a mention
 * it counts only with its note, and only while the note has the theme. Documents `interview/<id>`.
 */
export const cover = defineRecord(
  'cover',
  v.object({
    note: v.string(),
    theme: v.string(),
    part: v.picklist(mechanismParts),
    is: v.picklist(['known', 'not']),
    by: v.string(),
  }),
);
export type Cover = RecordOf<typeof cover>;

export const coverId = (noteId: string, theme: string, part: string): string => `${noteId}:${theme}:${part}`;

/** "This driver because of that one beneath it", as somebody stated. The id is of `becauseId`; documents `interview/<id>`. */
export const because = defineRecord(
  'because',
  v.object({
    /** The surface driver, and the one beneath it. */
    theme: v.string(),
    root: v.string(),
    /** Seconds into the call. */
    at: v.fallback(v.number(), 0),
    by: v.string(),
  }),
);
export type Because = RecordOf<typeof because>;

export const becauseId = (theme: string, root: string): string => `${theme}:${root}`;

/** Statements in the order they were made, the same on every device. */
export const inOrderStated = (stated: readonly Because[]): Because[] =>
  stated.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

/** How deep the answer in a note went; a field of `note`. */
export const depthField = v.optional(v.fallback(v.picklist(ladderDepths), 0));
