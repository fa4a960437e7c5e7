export * from './recordingWords.en.ts';
