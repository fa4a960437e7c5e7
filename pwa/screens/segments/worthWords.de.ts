export * from './worthWords.en.ts';
