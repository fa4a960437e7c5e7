export * from './agreementWords.en.ts';
