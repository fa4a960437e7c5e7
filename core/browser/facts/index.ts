export { BrowserFacts, type FactsParts } from './facts.ts';
export { projectDoc } from './project.ts';
