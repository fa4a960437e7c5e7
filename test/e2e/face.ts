import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Frame, type Page } from '@playwright/test';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
}

/** WCAG 2.2 A and AA, and what axe advises beyond them. */
const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The two of them that look at colours. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds wrong by these rules, each with the element and why; empty when all is well. Under a modal dialog the page
 * can neither be reached nor read: the dialog alone is asked about then.
 */
export async function axeProblems(page: Page | Frame, rules = everyRule): Promise<string[]> {
  // through the debugger, which the page's own policy does not bind
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  const result = await page.evaluate(async (runOnly) => {
    const axe = (globalThis as unknown as { axe: { run(node: Node, options: object): Promise<AxeResult> } })
      .axe;
    const over = document.querySelector('dialog:modal') ?? document;
    return axe.run(over, { runOnly, resultTypes: ['violations'] });
  }, rules);
  return result.violations.flatMap((v) =>
    v.nodes.map((n) => `${v.id}: ${v.help}\n    ${n.html.slice(0, 200)}\n    ${n.failureSummary ?? ''}`),
  );
}

/**
 * Text that cannot be read where it stands: beyond the window, cut by a box that does not scroll, or run out of its own
 * box over its neighbours. What is cut on purpose (an ellipsis, a line clamp, a fade, hidden from the eye) is left out.
 */
export function layoutProblems(page: Page | Frame): Promise<string[]> {
  return page.evaluate(() => {
    const problems: string[] = [];
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 0) problems.push(`the page is ${wide} px wider than the window`);
    const onPurpose = (style: CSSStyleDeclaration) =>
      style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none' || style.maskImage !== 'none';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const parent = node.parentElement;
      if (!text || !parent?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      if (['SCRIPT', 'STYLE', 'OPTION', 'NOSCRIPT', 'TITLE'].includes(parent.tagName)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rect = range.getBoundingClientRect();
      if (rect.width === 0 || rect.height === 0) continue;
      let scrolls = false;
      let skip = false;
      for (let box: Element | null = parent; box && box !== document.body; box = box.parentElement) {
        const style = getComputedStyle(box);
        if (onPurpose(style) || style.clipPath !== 'none' || Number.parseFloat(style.fontSize) === 0)
          skip = true;
        if (/auto|scroll/.test(style.overflowX)) scrolls = true;
        if (skip || scrolls) break;
        if (/hidden|clip/.test(style.overflowX)) {
          const edge = box.getBoundingClientRect();
          if (rect.right > edge.right + 1 || rect.left < edge.left - 1)
            problems.push(
              `“${text.slice(0, 60)}” is cut by <${box.tagName.toLowerCase()} class="${box.className}">`,
            );
        }
        if (style.position === 'fixed') break;
      }
      if (skip || scrolls) continue;
      if (rect.right > innerWidth + 1 || rect.left < -1)
        problems.push(
          `“${text.slice(0, 60)}” reaches beyond the window (${Math.round(rect.left)} to ${Math.round(rect.right)})`,
        );
      // out of its own box: the nearest one that is laid out as a block or a cell
      let own: Element | null = parent;
      while (own && getComputedStyle(own).display === 'inline') own = own.parentElement;
      if (own && getComputedStyle(own).position !== 'absolute') {
        const edge = own.getBoundingClientRect();
        if (rect.right > edge.right + 2)
          problems.push(
            `“${text.slice(0, 60)}” runs ${Math.round(rect.right - edge.right)} px out of <${own.tagName.toLowerCase()} class="${own.className}">`,
          );
      }
    }
    return [...new Set(problems)];
  });
}

/** Waits until the fonts are there and the page has kept its height for a while of frames: what is measured then stays. */
async function settled(page: Page | Frame, frames = 15): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.evaluate(async (enough) => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((a) => a.finished.catch(() => null)));
    let height = 0;
    for (let calm = 0; calm < enough; calm++) {
      await new Promise((done) => requestAnimationFrame(done));
      if (document.documentElement.scrollHeight !== height) calm = 0;
      height = document.documentElement.scrollHeight;
    }
  }, frames);
}

/** A desk and a phone, px; tests whose journey is made on the phone press everything where there is least room. */
export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

interface Look {
  /**
   * A page is looked at in a window taller than itself, where nothing lies under the bars and notices that stick to its
   * edges. What fills its window, or lies over the page, is looked at as it is.
   */
  size?: 'whole' | 'as it is';
  windows?: readonly { width: number; height: number }[];
}

/**
 * Looks at what stands on the page in four faces, wide and narrow, light and dark, without leaving it, and puts the window
 * back. The layout is measured in all four. Every rule of axe is asked once in each window and once in each scheme; in the
 * two faces that remain the window is one that was asked already, and only the scheme is new, which changes colours and
 * nothing else: there the rules that look at colours are asked.
 */
export async function looksRight(
  target: Page | Frame,
  what: string,
  { size = 'whole', windows = [desk, phone] }: Look = {},
): Promise<void> {
  const page = 'setViewportSize' in target ? target : target.page();
  const window = page.viewportSize() ?? desk;
  // Colours that fade into each other draw a tall page a dozen times, and nothing is looked at meanwhile.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  let schemes: readonly ('light' | 'dark')[] = ['light', 'dark'];
  for (const { width, height } of windows) {
    await page.setViewportSize({ width, height });
    await settled(target);
    if (size === 'whole') await unroll(target, page, width);
    for (const [i, colorScheme] of schemes.entries()) {
      await page.emulateMedia({ colorScheme });
      const face = `${what} at ${width} px, ${colorScheme}`;
      expect(await shownFace(target), `the scheme of ${face}`).toBe(colorScheme);
      expect(await layoutProblems(target), `layout of ${face}`).toEqual([]);
      const rules = i === 0 ? everyRule : colourRules;
      expect(await axeProblems(target, rules), `axe on ${face}`).toEqual([]);
    }
    // the next window begins with the scheme that is on: each has all rules asked in another
    schemes = schemes.toReversed();
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null });
  await page.setViewportSize(window);
}

/** The layout alone, wide and narrow, in the scheme that is on, without leaving the page; puts the window back. */
export async function fits(page: Page, what: string): Promise<void> {
  const window = page.viewportSize() ?? desk;
  for (const size of [desk, phone]) {
    await page.setViewportSize(size);
    await settled(page, 4);
    expect.soft(await layoutProblems(page), `layout of ${what} at ${size.width} px`).toEqual([]);
  }
  await page.setViewportSize(window);
}

async function unroll(target: Page | Frame, page: Page, width: number): Promise<void> {
  const height = await target.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: height + 400 });
  // nothing is loaded for it: what reacts to the size does so at once
  await settled(target, 4);
}

/** The scheme the page is drawn in, once nothing fades from one colour to another any more. */
function shownFace(target: Page | Frame): Promise<'light' | 'dark'> {
  return target.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(done));
    await Promise.all(document.getAnimations().map((a) => a.finished.catch(() => null)));
    return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  });
}
