export * from './dialogWords.en.ts';
