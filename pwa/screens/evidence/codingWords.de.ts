export * from './codingWords.en.ts';
