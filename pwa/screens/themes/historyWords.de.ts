export * from './historyWords.en.ts';
