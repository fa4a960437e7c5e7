export * from './nextWords.en.ts';
