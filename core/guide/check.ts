import { type Band, bands } from '../waves/index.ts';
import { type Area, areas, type Guide, type Question } from './guide.ts';
import { unknownPlaceholders } from './placeholders.ts';

/** How much a guide may hold: more than any call can use, and little enough for every device. */
export const mostOf = {
  questions: 120,
  probes: 12,
  conditions: 8,
  values: 40,
  name: 80,
  text: 600,
  value: 200,
  minutes: 180,
} as const;

/** What keeps a guide from being used. `number` is the question's place in its area, from 1. */
export type GuideProblem =
  | { kind: 'noName' }
  | { kind: 'longName'; length: number; most: number }
  | { kind: 'badLanguage'; language: string }
  | { kind: 'badMinutes'; area: Area; most: number }
  /** Nobody of that band would be asked anything there, unless a condition happens to hold. */
  | { kind: 'noQuestion'; area: Area; band: Band }
  | { kind: 'tooMany'; count: number; most: number }
  | { kind: 'sameId'; id: string }
  /** The id belongs to a question of another area: what was noted under it would be read under this one. */
  | ({ kind: 'idTaken'; was: Area } & Place)
  | ({ kind: 'badId' | 'noText' | 'emptyProbe' | 'emptyCondition' | 'badInsteadOf' } & Place)
  | ({ kind: 'longText'; length: number; most: number } & Place)
  | ({ kind: 'tooMuch'; what: 'probes' | 'conditions' | 'values'; most: number } & Place)
  | ({ kind: 'unknownPlaceholder'; name: string } & Place);

interface Place {
  id: string;
  area: Area;
  number: number;
}

/**
 * Everything that keeps a guide from being used; empty when it can be. `areaOf`: the area of every question that ever was
 * in this guide, since an id is never given to another question.
 */
export function problemsIn(
  guide: Omit<Guide, 'id' | 'version'>,
  areaOf: ReadonlyMap<string, Area> = new Map(),
): GuideProblem[] {
  const { questions } = guide;
  const problems: GuideProblem[] = [...problemsOfHead(guide)];
  if (questions.length > mostOf.questions)
    return [...problems, { kind: 'tooMany', count: questions.length, most: mostOf.questions }];
  for (const area of areas)
    for (const band of bands)
      if (!questions.some((q) => q.area === area && isAlwaysFor(q, band)))
        problems.push({ kind: 'noQuestion', area, band });
  const seen = new Set<string>();
  for (const { id } of questions) {
    if (seen.has(id)) problems.push({ kind: 'sameId', id });
    seen.add(id);
  }
  for (const question of questions) problems.push(...problemsOf(question, questions, areaOf));
  return problems;
}

/** Asked of everyone of the band, whatever their segments. */
const isAlwaysFor = ({ bands: own, when, insteadOf }: Question, band: Band): boolean =>
  !when?.length && !insteadOf && (own.length === 0 || own.includes(band));

function problemsOfHead({ name, language, minutes }: Omit<Guide, 'id' | 'version'>): GuideProblem[] {
  const problems: GuideProblem[] = [];
  if (name.trim() === '') problems.push({ kind: 'noName' });
  if (name.length > mostOf.name) problems.push({ kind: 'longName', length: name.length, most: mostOf.name });
  if (!isLanguage(language)) problems.push({ kind: 'badLanguage', language: language.slice(0, 40) });
  for (const area of areas)
    if (!(Number.isInteger(minutes[area]) && minutes[area] >= 0 && minutes[area] <= mostOf.minutes))
      problems.push({ kind: 'badMinutes', area, most: mostOf.minutes });
  return problems;
}

/** A language tag as browsers know them: "en-GB", "de". */
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

const idForm = /^[\w-]{1,64}$/;

function problemsOf(
  question: Question,
  all: readonly Question[],
  areaOf: ReadonlyMap<string, Area>,
): GuideProblem[] {
  const { id, area, text, probes, when = [] } = question;
  const place: Place = { id, area, number: all.filter((q) => q.area === area).indexOf(question) + 1 };
  const problems: GuideProblem[] = [];
  const say = (kind: 'badId' | 'noText' | 'emptyProbe' | 'emptyCondition' | 'badInsteadOf') =>
    problems.push({ kind, ...place });
  const was = areaOf.get(id);
  if (!idForm.test(id)) say('badId');
  if (was && was !== area) problems.push({ kind: 'idTaken', was, ...place });
  if (text.trim() === '') say('noText');
  if (probes.some((p) => p.text.trim() === '')) say('emptyProbe');
  if (when.some((c) => c.values.every((value) => value.trim() === ''))) say('emptyCondition');
  if (question.insteadOf && !canStandFor(question, all)) say('badInsteadOf');
  const longest = Math.max(text.length, ...probes.map((p) => p.text.length));
  if (longest > mostOf.text)
    problems.push({ kind: 'longText', length: longest, most: mostOf.text, ...place });
  const counts = {
    probes: probes.length,
    conditions: when.length,
    values: Math.max(0, ...when.map((c) => c.values.length)),
  };
  for (const what of ['probes', 'conditions', 'values'] as const)
    if (counts[what] > mostOf[what]) problems.push({ kind: 'tooMuch', what, most: mostOf[what], ...place });
  const named = [text, ...probes.map((p) => p.text)].flatMap(unknownPlaceholders);
  for (const name of new Set(named)) problems.push({ kind: 'unknownPlaceholder', name, ...place });
  return problems;
}

/** It takes the place of a question of its own area, which is no variant itself; so nobody is left without one. */
function canStandFor(question: Question, all: readonly Question[]): boolean {
  const other = all.find((q) => q.id === question.insteadOf);
  return other !== undefined && other !== question && other.area === question.area && !other.insteadOf;
}
