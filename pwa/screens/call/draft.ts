import { type Area, areas } from '#core/guide/index.ts';

/** A theme that a line created, or brought back. */
export interface MadeTheme {
  id: string;
  name: string;
  /** It was retired, and so often mentioned besides: who takes it up meanwhile keeps it. Absent for a new one. */
  uses?: number;
}

/** A line that became a note (or a note's new wording) and is not known to be on disk yet. */
export interface PendingLine {
  note: string;
  line: string;
  at: number;
  area: Area;
  question: string;
  /** The note existed; the line is its new wording. */
  edit: boolean;
  /** How its line read before that; absent for a new note, and in drafts of older versions. */
  before?: string;
  /** Themes it created: they live in another document, whose write may fail alone. */
  made: readonly MadeTheme[];
}

/** All that is typed and not safely a note: what a crash must not take. */
export interface Draft {
  line: string;
  /** The note being edited, empty when the line is a new one. */
  editing: string;
  /** Its line as it was when editing began; empty where that is not known. */
  wording: string;
  /** The unfinished new line that an edit interrupted. */
  stash: string;
  pending: readonly PendingLine[];
}

export const noDraft: Draft = { line: '', editing: '', wording: '', stash: '', pending: [] };

/** One text for the draft store: the line as it is, and behind a line break what else there is (rarely anything). */
export function draftText({ line, editing, wording, stash, pending }: Draft): string {
  const plain = editing === '' && stash === '' && pending.length === 0;
  return plain ? line : `${line}\n${JSON.stringify({ editing, wording, stash, pending })}`;
}

/** The reverse. What cannot be read of the second part is dropped; the line itself never is. */
export function draftFrom(text: string): Draft {
  const cut = text.indexOf('\n');
  if (cut < 0) return { ...noDraft, line: text };
  const line = text.slice(0, cut);
  try {
    const more: unknown = JSON.parse(text.slice(cut + 1));
    const pending = listIn(more, 'pending').flatMap(pendingFrom);
    const [editing, wording] = [textIn(more, 'editing'), textIn(more, 'wording')];
    return { line, editing, wording, stash: textIn(more, 'stash'), pending };
  } catch {
    return { ...noDraft, line };
  }
}

/** Two drafts as one: another window's text goes before the new line, nothing of either is dropped. */
export function draftOfBoth(other: Draft, mine: Draft): Draft {
  const more = joined(other.stash, other.line);
  const rest = { editing: mine.editing, wording: mine.wording, pending: [...other.pending, ...mine.pending] };
  return mine.editing === ''
    ? { ...rest, line: joined(more, mine.line), stash: mine.stash }
    : { ...rest, line: mine.line, stash: joined(more, mine.stash) };
}

/** Lines in one, with a space between those that are not empty. */
export const joined = (...lines: readonly string[]): string => lines.filter((l) => l !== '').join(' ');

function pendingFrom(entry: unknown): PendingLine[] {
  const area = areas.find((a) => a === textIn(entry, 'area'));
  const [note, line] = [textIn(entry, 'note'), textIn(entry, 'line')];
  if (!area || note === '' || line === '') return [];
  const at = Number(fieldIn(entry, 'at')) || 0;
  const made = listIn(entry, 'made').flatMap(madeFrom);
  const edit = fieldIn(entry, 'edit') === true;
  const before = textIn(entry, 'before');
  const written = { note, line, at, area, question: textIn(entry, 'question'), edit, made };
  return [before === '' ? written : { ...written, before }];
}

function madeFrom(entry: unknown): MadeTheme[] {
  const [id, name] = [textIn(entry, 'id'), textIn(entry, 'name')];
  const uses = fieldIn(entry, 'uses');
  return id === '' || name === '' ? [] : [typeof uses === 'number' ? { id, name, uses } : { id, name }];
}

const fieldIn = (from: unknown, field: string): unknown =>
  typeof from === 'object' && from !== null ? Reflect.get(from, field) : undefined;

function textIn(from: unknown, field: string): string {
  const value = fieldIn(from, field);
  return typeof value === 'string' ? value : '';
}

function listIn(from: unknown, field: string): unknown[] {
  const value = fieldIn(from, field);
  return Array.isArray(value) ? value : [];
}
