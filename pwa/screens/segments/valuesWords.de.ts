export * from './valuesWords.en.ts';
