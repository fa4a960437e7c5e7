export * from './listWords.en.ts';
