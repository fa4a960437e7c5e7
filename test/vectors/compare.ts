import notOurs from './notOurs.json' with { type: 'json' };
import { oursOf, type ReadData, type Refused } from './ours.ts';
import { type Leaf, leavesOf, type VectorCase, type VectorFile } from './vectorFile.ts';

/** A value that does not agree, or that is neither shown nor listed as not shown. */
export interface Failure {
  case: string;
  path: string;
  expected: Leaf;
  ours: string;
}

/** A value the product does not show, and why. */
export interface Unshown {
  path: string;
  why: string;
}

export interface Comparison {
  compared: number;
  failures: readonly Failure[];
  unshown: readonly Unshown[];
}

/** Relative tolerance of the reference files. */
const tolerance = 1e-9;
/** For values printed as 0: below R's underflow or its last figure. */
const absolute = 1e-12;
/** Printed tables round to the decimals that stand there, at most half a unit of the last. */
const printed = (expected: number): number => 0.5 * 10 ** -decimalsOf(expected) * (1 + 1e-6);
const decimalsOf = (value: number): number => /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;

/** Compares every value of every case of a file with what the product says; `dataOf` reads the data files it names. */
export function compareFile(file: VectorFile, dataOf: ReadData = () => null): Comparison {
  const all = file.cases.map((one) => compareCase(file.method, one, dataOf));
  return {
    compared: all.reduce((sum, c) => sum + c.compared, 0),
    failures: all.flatMap((c) => c.failures),
    unshown: all.flatMap((c) => c.unshown),
  };
}

function compareCase(method: string, one: VectorCase, dataOf: ReadData): Comparison {
  const ours = oursOf(method, one, dataOf);
  const leaves = leavesOf(one.expected);
  if (one.published != null) leaves.push(...leavesOf(one.published, 'published'));
  const failures: Failure[] = [];
  const unshown: Unshown[] = [];
  const failed = (path: string, expected: Leaf, said: string) =>
    failures.push({ case: one.id, path, expected, ours: said });
  let compared = 0;
  for (const [path, expected] of leaves) {
    const value = ours[path];
    const missing = missingData(one, dataOf);
    const why = value === undefined ? (missing ?? whyNotOurs(method, one.kind ?? '', path)) : null;
    if (why) unshown.push({ path: `${one.kind ?? method} ${pattern(path)}`, why });
    else {
      compared++;
      if (value === undefined) failed(path, expected, 'neither shown nor listed in notOurs.json');
      else if (!agrees(path, expected, value)) failed(path, expected, JSON.stringify(value));
    }
  }
  return { compared, failures, unshown };
}

function agrees(path: string, expected: Leaf, ours: number | string | Refused): boolean {
  if (typeof expected === 'number' && typeof ours === 'number') {
    const off = Math.abs(ours - expected);
    if (path.startsWith('published.')) return off <= printed(expected);
    return expected === 0 ? off <= absolute : off <= tolerance * Math.abs(expected);
  }
  if (isUndefinedInR(expected)) return typeof ours === 'object';
  return expected === ours;
}

/** R's words for a number that is none: the product must refuse by name there, never show one. */
function isUndefinedInR(expected: Leaf): boolean {
  return expected === 'NA' || expected === 'NaN' || expected === 'Inf' || expected === '-Inf';
}

/** Data of a survey are used where they lie, never copied: without them a case cannot be computed. */
function missingData({ input: { file } }: VectorCase, dataOf: ReadData): string | null {
  return typeof file === 'string' && dataOf(file) === null ? `its data file ${file} is not here` : null;
}

/** An entry of notOurs.json holds for a field, what lies below it, or with "*" for all of a method or kind. */
function whyNotOurs(method: string, kind: string, path: string): string | null {
  const entry = notOurs.find(
    (e) =>
      method === e.method &&
      (e.kind === undefined || e.kind === kind) &&
      e.fields.some((field) => field === '*' || path === field || path.startsWith(`${field}.`)),
  );
  return entry?.why ?? null;
}

/** A path without the places in lists, so that the summary names a field once. */
function pattern(path: string): string {
  return path.replace(/(\.\d+)+(?=\.|$)/g, '');
}

/** `N compared, N failed, N not ours`. */
export function summaryText(comparisons: readonly Comparison[]): string {
  const sum = (of: (c: Comparison) => number) => comparisons.reduce((n, c) => n + of(c), 0);
  return `${sum((c) => c.compared)} compared, ${sum((c) => c.failures.length)} failed, ${sum((c) => c.unshown.length)} not ours`;
}
