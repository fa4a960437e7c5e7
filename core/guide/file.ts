import * as v from 'valibot';
import { fail, ok, type Result } from '../model/result.ts';
import { bands } from '../waves/index.ts';
import { type GuideProblem, problemsIn } from './check.ts';
import { areas, probeKinds } from './guide.ts';
import type { GuideContent } from './versions.ts';

/** What stands at the head of a guide file; docs/guide-file.md describes the format. */
export const guideFileFormat = 'sounding-guide';
/** The newest version of the format that is written and read. */
export const guideFileVersion = 1;
/** Characters: more is no guide. */
export const largestGuideFile = 1_000_000;

/** Why a file is not taken as a guide; nothing of it is taken. */
export type GuideFileFault =
  | { kind: 'tooLarge'; length: number; most: number }
  | { kind: 'notJson' }
  | { kind: 'notAGuide' }
  | { kind: 'newer'; version: number; reads: number }
  /** `at`: where in the file ("questions, 3rd, area"); `found`: what stands there, shortened; empty for nothing. */
  | { kind: 'badField'; at: readonly (string | number)[]; found: string }
  | { kind: 'problems'; problems: readonly GuideProblem[] };

const contentWith = (text: v.GenericSchema<string>) =>
  v.object({
    name: text,
    language: text,
    minutes: v.object({
      scoreDrivers: v.number(),
      experience: v.number(),
      competition: v.number(),
      priorities: v.number(),
    }),
    questions: v.array(
      v.object({
        id: text,
        area: v.picklist(areas),
        text,
        probes: v.array(v.object({ kind: v.picklist(probeKinds), text })),
        bands: v.array(v.picklist(bands)),
        when: v.optional(v.array(v.object({ dimension: text, values: v.array(text) }))),
        insteadOf: v.optional(text),
      }),
    ),
  });
const contentOfFile = contentWith(v.pipe(v.string(), v.maxLength(10_000)));
/** Of what is typed here nothing is too long to be kept. */
const unsavedContent = contentWith(v.string());

/** A guide as one JSON file: readable, with the version of the format. */
export function guideFile({ name, language, minutes, questions }: GuideContent): string {
  const plain = questions.map(({ why: _, ...question }) => question);
  const head = { format: guideFileFormat, formatVersion: guideFileVersion };
  return `${JSON.stringify({ ...head, name, language, minutes, questions: plain }, null, 2)}\n`;
}

/** Reads a guide file that came from outside. Refused whole, with where and why; unknown fields are left out. */
export function readGuideFile(file: string): Result<GuideContent, GuideFileFault> {
  if (file.length > largestGuideFile)
    return fail({ kind: 'tooLarge', length: file.length, most: largestGuideFile });
  const read = jsonOf(file);
  if (!read.ok) return fail({ kind: 'notJson' });
  const head = v.safeParse(
    v.object({ format: v.literal(guideFileFormat), formatVersion: v.pipe(v.number(), v.minValue(1)) }),
    read.value,
  );
  if (!head.success) return fail({ kind: 'notAGuide' });
  const { formatVersion } = head.output;
  if (formatVersion > guideFileVersion)
    return fail({ kind: 'newer', version: formatVersion, reads: guideFileVersion });
  const parsed = v.safeParse(contentOfFile, read.value);
  if (!parsed.success) return fail(badField(parsed.issues[0]));
  const problems = problemsIn(parsed.output);
  return problems.length > 0 ? fail({ kind: 'problems', problems }) : ok(parsed.output);
}

/**
 * The content of a guide out of stored JSON, finished or not; null where it is none. For unsaved edits, which are kept
 * whatever is still wrong with them.
 */
export function guideContentOf(value: unknown): GuideContent | null {
  const parsed = v.safeParse(unsavedContent, value);
  return parsed.success ? parsed.output : null;
}

function jsonOf(file: string): Result<unknown, null> {
  try {
    return ok(JSON.parse(file.replace(/^\uFEFF/, '')) as unknown);
  } catch {
    return fail(null);
  }
}

function badField(issue: v.BaseIssue<unknown>): GuideFileFault {
  const at = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key + 1 : String(key)));
  const found = issue.input === undefined ? '' : issue.received.slice(0, 60);
  return { kind: 'badField', at, found };
}
