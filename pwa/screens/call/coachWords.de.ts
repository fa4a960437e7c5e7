export * from './coachWords.en.ts';
