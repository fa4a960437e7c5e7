export * from './rosterWords.en.ts';
