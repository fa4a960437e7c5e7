export * from './questionWords.en.ts';
