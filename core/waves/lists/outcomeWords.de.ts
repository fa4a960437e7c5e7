export * from './outcomeWords.en.ts';
