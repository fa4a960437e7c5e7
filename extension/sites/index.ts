import { anyPage } from './anyPage/site.ts';
import { requestTracker } from './requestTracker/site.ts';
import type { Site } from './site.ts';

/** Sites with an adapter of their own; a new one is one line here. */
export const sites: readonly Site[] = [requestTracker];

/** The adapter for an address: its own, or the one for any page. */
export function siteFor(url: URL): Site | null {
  return sites.find((site) => site.matches(url)) ?? (anyPage.matches(url) ? anyPage : null);
}
