import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from '@playwright/test';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
}

/** What axe finds wrong by WCAG 2.2 A and AA, each with the element and why; empty when all is well. */
export async function axeProblems(page: Page | Frame): Promise<string[]> {
  // through the debugger, which the page's own policy does not bind
  await page.evaluate(axeSource);
  const result = await page.evaluate(async () => {
    const axe = (
      globalThis as unknown as { axe: { run(node: Document, options: object): Promise<AxeResult> } }
    ).axe;
    return axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    });
  });
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
export async function settled(page: Page | Frame): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((a) => a.finished.catch(() => null)));
    let height = 0;
    for (let calm = 0; calm < 15; calm++) {
      await new Promise((done) => requestAnimationFrame(done));
      if (document.documentElement.scrollHeight !== height) calm = 0;
      height = document.documentElement.scrollHeight;
    }
  });
}
