export * from './crossWords.en.ts';
