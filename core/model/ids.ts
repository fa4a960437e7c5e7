import type { Chance } from './chance.ts';
import { fail, ok, type Result } from './result.ts';

declare const brand: unique symbol;
/** A string known to name one thing of kind `K`. Made with `newId`, read with `parseId`, never cast elsewhere. */
export type Id<K extends string> = string & { readonly [brand]: K };

export type WorkspaceId = Id<'workspace'>;
export type CycleId = Id<'cycle'>;
export type WaveId = Id<'wave'>;
export type InterviewId = Id<'interview'>;
export type NoteId = Id<'note'>;
export type ThemeId = Id<'theme'>;
export type GuideId = Id<'guide'>;
/** Somebody who works with Sounding: an interviewer, a lead, an account manager. */
export type MemberId = Id<'member'>;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const shape = /^[0-9a-z][0-9a-z-]{0,63}$/;

/** A fresh id: 26 characters of 5 bits each (130 bits), unguessable when `chance` is. */
export function newId<K extends string>(chance: Chance): Id<K> {
  let id = '';
  for (let i = 0; i < 26; i++) id += alphabet[chance.below(32)];
  return id as Id<K>;
}

/** A text that is no id; shortened to 80 characters. */
export interface BadId {
  kind: 'badId';
  text: string;
}

/** Reads an id that came from outside: 1 to 64 of a-z, 0-9 and "-". */
export function parseId<K extends string>(text: string): Result<Id<K>, BadId> {
  return shape.test(text) ? ok(text as Id<K>) : fail({ kind: 'badId', text: text.slice(0, 80) });
}
