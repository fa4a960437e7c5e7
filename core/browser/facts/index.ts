export { BrowserFacts, type FactsParts } from './facts.ts';
