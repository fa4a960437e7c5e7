export * from './findingWords.en.ts';
