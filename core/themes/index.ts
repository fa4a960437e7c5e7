export { type Codebook, codebookOf, plainName, themeNamed } from './codebook.ts';
export {
  addTheme,
  defineTheme,
  longestName,
  moveTheme,
  renameTheme,
  restoreTheme,
  retireTheme,
  type ThemeRefusal,
} from './edit.ts';
export type { InterviewFacts, MentionFact } from './facts.ts';
export { type MergeRefusal, mergeThemes, unmergeTheme } from './merge.ts';
export { factsOf } from './project.ts';
export { type Category, categories, type Theme, theme } from './records.ts';
export { rarelyAsked, starterId, starterThemes } from './starter.ts';
