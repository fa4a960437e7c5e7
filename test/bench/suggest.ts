import { seededChance } from '#core/model/chance.ts';
import { codebookOf } from '#core/themes/index.ts';
import { Learner, Suggester } from '#core/themes/suggest/index.ts';
import { type Line, median, sink } from './measure.ts';
import { banking77, firstOf, isHere, type Labelled, missed } from './suggest/banking77.ts';
import { wordCentroid } from './suggest/wordCentroid.ts';

const tagged = 10_000;
const themes = 80;
const lines = 60;

/**
 * Suggesting themes: what a keystroke costs once 10,000 notes are learned, and what one more tag costs; and how good the
 * suggestions are on sentences that were not learned. Quality is told as what is missing: the share of sentences whose
 * label is not among the first three.
 */
export async function bench(): Promise<Line[]> {
  if (!isHere)
    console.log('suggest | quality is not measured: the labelled sentences (banking77) are not here');
  return [...speed(), ...(isHere ? quality() : [])];
}

function speed(): Line[] {
  const { notes, typed, codebook } = generated();
  const suggester = new Suggester();
  suggester.follow(codebook);
  suggester.interview('all', notes);
  const prefixes = typed.flatMap((line) => Array.from(line, (_, i) => line.slice(0, i + 1)));
  const keys = prefixes.map((prefix) => fastest(() => suggester.suggest(prefix))).sort((a, b) => a - b);
  const learner = new Learner();
  for (const { text, themes: of } of notes) learner.learn(text, of);
  const tags = typed.map((line) => fastest(() => learner.learn(line, ['theme-1'])));
  const after = `after ${tagged.toLocaleString('en')} generated notes of ${themes} themes, Node`;
  return [
    limit(`a keystroke, 99th of 100, ${after}`, keys[Math.floor(0.99 * keys.length)] ?? Number.NaN, 5),
    limit(`a keystroke, middle, ${after}`, median(keys), 5),
    limit(`one more tag, middle, ${after}`, median(tags), 5),
  ];
}

/** Milliseconds of the fastest of three: what it costs, not what else the machine is doing. */
function fastest(work: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now();
    sink.last = work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

const limit = (figure: string, value: number, atMost: number): Line => ({
  figure,
  ours: { value, unit: 'ms' },
  goal: { kind: 'limit', atMost },
});

function quality(): Line[] {
  const [train, test] = [banking77('train'), banking77('test')];
  const few = firstOf(train, 10);
  const line = (what: string, ours: number, baseline: number, atMost: number): Line => ({
    figure: `banking77, ${what}: not among the first three`,
    ours: { value: ours, unit: '%' },
    baseline: { value: baseline, unit: '%', which: 'centroid of words' },
    goal: { kind: 'limit', atMost },
  });
  const [fewBase, allBase] = [few, train].map((taught) => missed(test, wordCentroid(taught))) as [
    number,
    number,
  ];
  return [
    line('10 sentences a label in order', missed(test, taught(few)), fewBase, 11.5),
    line('10 sentences a label in order and the names', missed(test, taught(few, true)), fewBase, 11.5),
    line('all sentences', missed(test, taught(train)), allBase, 4),
    line('all sentences and the names', missed(test, taught(train, true)), allBase, 4),
  ];
}

/** What was learned one after the other, as notes are tagged; with the labels' names as those of themes, or without. */
function taught(sentences: readonly Labelled[], withNames = false): (text: string) => string[] {
  const learner = new Learner();
  if (withNames)
    for (const label of new Set(sentences.map((s) => s.label)))
      learner.learn(label.replaceAll('_', ' '), [label], 2);
  for (const { text, label } of sentences) learner.learn(text, [label]);
  return (text) => learner.rank(text).map(({ theme }) => theme);
}

/** Notes of a dozen words; of 6,000 words few are common and most are rare, each theme with its own favourites. */
function generated() {
  const chance = seededChance('ten thousand notes');
  const words = Array.from({ length: 6_000 }, () =>
    Array.from({ length: 2 + chance.below(8) }, () => letters[chance.below(letters.length)]).join(''),
  );
  const common = () => words[Math.floor(words.length ** chance.next()) - 1];
  const own = (theme: number) => words[(theme * 71 + chance.below(70)) % words.length];
  const note = (theme: number) =>
    Array.from({ length: 8 + chance.below(9) }, () => (chance.next() < 0.3 ? own(theme) : common())).join(
      ' ',
    );
  const named = Array.from({ length: themes }, (_, i) => [`theme-${i}`, `${own(i)} ${own(i)} ${i}`] as const);
  return {
    codebook: codebookOf(new Map(named.map(([id, name]) => [id, { name, category: 'product' }]))),
    notes: Array.from({ length: tagged }, (_, i) => ({
      note: `n${i}`,
      text: note(i % themes),
      themes: [`theme-${i % themes}`],
    })),
    typed: Array.from({ length: lines }, (_, i) => note(i % themes)),
  };
}

const letters = 'eeeeettttaaaooiinnsshrrdlucmfgpwybvk';
