import { codebookOf, type InterviewFacts, type TaggedText } from '#core/themes/index.ts';
import { Suggester } from '#core/themes/suggest/index.ts';
import type { SuggestWorker } from './suggestApi.ts';

/** The stored rows that are learned from. */
export interface StoredRows {
  /** Interviews that have a row. */
  interviews(): Promise<readonly string[]>;
  /** Their rows; undefined for one that is gone. */
  read(interviews: readonly string[]): Promise<readonly (InterviewFacts | undefined)[]>;
  /** Tells whenever a row changed: of which interview, or null when any may have. */
  watch(onChange: (interview: string | null) => void): void;
}

/** Rows learned from between two pauses: some milliseconds of work. */
const atOnce = 10;

/**
 * Keeps a Suggester in step with all stored notes: all of them at first, then those of each interview that changes. Works
 * in small pieces with a `pause` after each, so that a question never waits long. `whenLearned` resolves once
 * nothing is left to learn.
 */
export function makeSuggestSession(
  rows: StoredRows,
  pause: () => Promise<void>,
): SuggestWorker & { whenLearned(): Promise<void> } {
  const suggester = new Suggester();
  const held = new Set<string>();
  const due = new Set<string>();
  let working: Promise<void> | null = null;

  const learnDue = async () => {
    while (due.size > 0) {
      const next = [...due].slice(0, atOnce);
      for (const interview of next) due.delete(interview);
      const found = await rows.read(next);
      next.forEach((interview, i) => {
        if (!held.has(interview)) suggester.interview(interview, textsOf(found[i]));
      });
      await pause();
    }
  };
  const learn = (interviews: readonly string[]) => {
    for (const interview of interviews) due.add(interview);
    working ??= learnDue()
      // Without a disk there is what the screen holds.
      .catch(() => due.clear())
      .finally(() => {
        working = null;
        if (due.size > 0) void learn([]);
      });
    return working;
  };
  const learnAll = async () => {
    const stored = await rows.interviews().catch(() => []);
    await learn([...stored, ...suggester.interviews]);
  };
  rows.watch((interview) => void (interview === null ? learnAll() : learn([interview])));
  const first = learnAll();

  return {
    follow: (themes) =>
      suggester.follow(codebookOf(new Map(themes.map(({ id, ...fields }) => [id, { ...fields }])))),
    hold(interview, notes) {
      held.add(interview);
      suggester.interview(interview, notes);
    },
    release(interview) {
      if (held.delete(interview)) void learn([interview]);
    },
    suggest: (line) => suggester.suggest(line),
    nearest: (text, most) => suggester.nearest(text, most),
    async whenLearned() {
      await first;
      await working;
    },
  };
}

/** The tagged notes of a row: a note of several themes stands in it once for each. */
function textsOf(row: InterviewFacts | undefined): TaggedText[] {
  const notes = Map.groupBy(row?.mentions ?? [], ({ note }) => note);
  return [...notes].map(([note, mentions]) => ({
    note,
    text: mentions[0]?.text ?? '',
    themes: mentions.map(({ theme }) => theme),
  }));
}
