/** Match pattern of the site an address belongs to, or null where the overlay cannot be turned on. */
export function sitePatternOf(address: string, hasPorts: boolean): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const isHere = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)) return null;
  return `${url.protocol}//${hasPorts ? url.host : url.hostname}/*`;
}

/** "https://crm.example/*" as a person reads it. */
export const siteName = (pattern: string): string => pattern.replace(/^https:\/\//, '').replace(/\/\*$/, '');

// Firefox takes no port in a match pattern: a site there is scheme and host.
const hasPorts = (): boolean => chrome.runtime.getURL('').startsWith('chrome-extension:');

/** The pattern in this browser. */
export const patternHere = (address: string): string | null => sitePatternOf(address, hasPorts());
