export * from './figureWords.en.ts';
