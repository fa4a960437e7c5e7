export * from './faultWords.en.ts';
