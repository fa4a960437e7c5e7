import { addressesIn, mailtoAddresses, piecesIn } from '../addresses.ts';
import { type Reading, readingOf, type Site } from '../site.ts';
import { isVisible } from '../visible.ts';

/** Parts of a page that name its owner, its user or a writer of mail, not the customer it is about. */
const aside = [
  'nav',
  'footer',
  'blockquote',
  'textarea',
  'script',
  'style',
  'noscript',
  'template',
  '[role=navigation]',
  '[role=contentinfo]',
  '[role=banner]',
  '[role=menu]',
  '[contenteditable=""]',
  '[contenteditable=true]',
  '[aria-hidden=true]',
  '[class*=signature i]',
  '[class*=gmail_quote i]',
].join(',');

const mostTexts = 20_000;
// More than this is a list, whatever else stands on the page.
const mostFound = 200;

/** Any page of a site that has no adapter of its own: the addresses that its main part shows. */
export const anyPage: Site = {
  id: 'anyPage',
  name: 'any page',
  isVerified: true,
  urls: [],
  matches: (url) => url.protocol === 'https:' || url.protocol === 'http:',
  read(page): Reading {
    const root = mainPart(page);
    if (!root) return { kind: 'notReady' };
    const found = new Map<string, Element>();
    const note = (address: string, where: Element) => {
      if (!found.has(address)) found.set(address, where);
    };
    for (const link of root.querySelectorAll('a[href^="mailto:" i]')) {
      const to = mailtoAddresses(link.getAttribute('href') ?? '');
      if (to.length > 0 && counts(link, root)) for (const address of to) note(address, link);
    }
    for (const input of root.querySelectorAll<HTMLInputElement>('input[type=email]'))
      if (input.value.length < 300 && counts(input, root))
        for (const address of addressesIn(input.value)) note(address, input);
    for (const { text, block } of textsWithAt(root)) {
      if (!text.parentElement || !counts(text.parentElement, root)) continue;
      const pieces = piecesIn(text.data);
      for (const address of addressesIn(shownText(block)))
        if (pieces.some((piece) => address.includes(piece))) note(address, block);
    }
    return readingOf(found);
  },
};

/** The one visible main part, else the whole page. */
function mainPart(page: Document): Element | null {
  const mains = [...page.querySelectorAll('main, [role=main]')].filter(isVisible);
  return mains.length === 1 ? (mains[0] ?? null) : page.body;
}

function counts(element: Element, root: Element): boolean {
  const within = element.closest(aside);
  if (within && root.contains(within)) return false;
  const header = element.closest('header');
  // A header of the page, not of an article or section in it.
  if (
    header &&
    root.contains(header) &&
    !header.parentElement?.closest('main, article, section, [role=main]')
  )
    return false;
  return isVisible(element);
}

/**
 * Texts with an @, each with the block it is drawn in: an address may be made of several inline elements, and what looks
 * like one in a single text may be the end of another.
 */
function textsWithAt(root: Element): { text: Text; block: Element }[] {
  const found: { text: Text; block: Element }[] = [];
  const texts = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let n = 0; n < mostTexts && texts.nextNode(); n++) {
    const text = texts.currentNode as Text;
    if (!text.data.includes('@')) continue;
    let block = text.parentElement;
    while (block && block !== root && isInline(block)) block = block.parentElement;
    if (block) found.push({ text, block });
    if (found.length > mostFound) break;
  }
  return found;
}

const isInline = (element: Element): boolean =>
  getComputedStyle(element).display.startsWith('inline') || getComputedStyle(element).display === 'contents';

/** The text as drawn: hidden parts are not in it, line breaks are. */
function shownText(block: Element): string {
  return block instanceof HTMLElement ? block.innerText : '';
}
