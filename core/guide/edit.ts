import type { Area, Question } from './guide.ts';
import type { GuideContent } from './versions.ts';

/** A question's fields but its id and area, which stay: notes refer to them. */
export type QuestionEdit = Partial<Omit<Question, 'id' | 'area'>>;

/** A new question at the end of its area; `id` must be fresh. */
export function addQuestion(guide: GuideContent, area: Area, id: string): GuideContent {
  const question: Question = { id, area, text: '', probes: [], bands: [] };
  return { ...guide, questions: [...guide.questions, question] };
}

/** Changes some fields of a question. */
export function changeQuestion(guide: GuideContent, id: string, edit: QuestionEdit): GuideContent {
  return { ...guide, questions: guide.questions.map((q) => (q.id === id ? { ...q, ...edit } : q)) };
}

/** Takes a question out; a variant that stood in its place is asked beside the others from then on. */
export function removeQuestion(guide: GuideContent, id: string): GuideContent {
  const left = guide.questions.filter((q) => q.id !== id);
  return {
    ...guide,
    questions: left.map((q) => (q.insteadOf === id ? { ...q, insteadOf: undefined } : q)),
  };
}

/** Moves a question up (-1) or down (1) among those of its area; at the end of the area nothing changes. */
export function moveQuestion(guide: GuideContent, id: string, by: -1 | 1): GuideContent {
  const { questions } = guide;
  const from = questions.findIndex((q) => q.id === id);
  const own = questions.flatMap((q, at) => (q.area === questions[from]?.area ? [at] : []));
  const to = own[own.indexOf(from) + by];
  if (from < 0 || to === undefined) return guide;
  const moved = [...questions];
  [moved[from], moved[to]] = [questions[to] as Question, questions[from] as Question];
  return { ...guide, questions: moved };
}

/** What differs between two versions, by question id; `moved`: the order of those in both is another. */
export interface GuideChanges {
  added: readonly string[];
  removed: readonly string[];
  changed: readonly string[];
  moved: boolean;
  /** Name, language or planned minutes. */
  head: boolean;
}

/** What turns one version into another. */
export function changesBetween(before: GuideContent, after: GuideContent): GuideChanges {
  const [was, is] = [before, after].map((g) => new Map(g.questions.map((q) => [q.id, q])));
  const ids = (of: GuideContent, other: ReadonlyMap<string, Question> | undefined) =>
    of.questions.map((q) => q.id).filter((id) => other?.has(id));
  const headOf = ({ name, language, minutes }: GuideContent) => JSON.stringify([name, language, minutes]);
  return {
    added: [...(is?.keys() ?? [])].filter((id) => !was?.has(id)),
    removed: [...(was?.keys() ?? [])].filter((id) => !is?.has(id)),
    changed: ids(after, was).filter((id) => sayOf(was?.get(id)) !== sayOf(is?.get(id))),
    moved: ids(before, is).join(' ') !== ids(after, was).join(' '),
    head: headOf(before) !== headOf(after),
  };
}

/** What a question says, whatever the order of its fields and whether what is empty is absent. */
const sayOf = (q: Question | undefined): string =>
  JSON.stringify(
    q && [q.text, q.probes.map((p) => [p.kind, p.text]), q.bands, q.when ?? [], q.insteadOf ?? ''],
  );

/** Whether nothing differs. */
export const isSameGuide = ({ added, removed, changed, moved, head }: GuideChanges): boolean =>
  added.length + removed.length + changed.length === 0 && !moved && !head;
