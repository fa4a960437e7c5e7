export * from './chooseWords.en.ts';
