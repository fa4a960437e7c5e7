export * from './pairingWords.en.ts';
