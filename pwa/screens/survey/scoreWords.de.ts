export * from './scoreWords.en.ts';
