import { addressesIn } from './addresses.ts';
import { type Reading, readingOf, type Site } from './site.ts';
import { isVisible } from './visible.ts';

/** An adapter as data: where its records live and where the person stands on them. */
export interface SiteSheet {
  id: string;
  name: string;
  isVerified: boolean;
  urls: readonly string[];
  /** Exact hosts; null for software that people host themselves, on any host the user turned on. */
  hosts: readonly string[] | null;
  records: readonly RecordPage[];
}

/** A kind of record page: its path, parameters that must be there in this form, and what names the customer. */
export interface RecordPage {
  path: RegExp;
  query: Readonly<Record<string, RegExp>>;
  /** Selector of the elements whose drawn text holds the customer's address. */
  people: string;
}

/** Makes a site of a sheet. A page that is no record of it has nobody on it. */
export function declaredSite(sheet: SiteSheet): Site {
  return {
    id: sheet.id,
    name: sheet.name,
    isVerified: sheet.isVerified,
    urls: sheet.urls,
    matches: (url) => recordOf(sheet, url) !== null,
    read(page): Reading {
      const record = recordOf(sheet, new URL(page.URL));
      const found = new Map<string, Element>();
      for (const element of record ? page.querySelectorAll<HTMLElement>(record.people) : [])
        if (isVisible(element))
          for (const address of addressesIn(element.innerText)) found.set(address, element);
      return readingOf(found);
    },
  };
}

function recordOf({ hosts, records }: SiteSheet, url: URL): RecordPage | null {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  if (url.username !== '' || url.password !== '') return null;
  if (hosts && !hosts.includes(url.hostname)) return null;
  const isRecord = ({ path, query }: RecordPage) =>
    path.test(url.pathname) &&
    Object.entries(query).every(([name, form]) => form.test(url.searchParams.get(name) ?? ''));
  return records.find(isRecord) ?? null;
}
