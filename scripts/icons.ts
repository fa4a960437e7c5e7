import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** Draws the installable icons from pwa/public/icon.svg. Run it after the drawing changed; the pictures are kept in git. */
const at = (path: string) => new URL(`../pwa/public/${path}`, import.meta.url);
const svg = readFileSync(at('icon.svg'), 'utf8');
const browser = await chromium.launch({
  executablePath: process.env.SOUNDING_CHROMIUM ?? '/usr/bin/chromium',
});
const page = await browser.newPage();
for (const size of [192, 512]) {
  await page.setViewportSize({ width: size, height: size });
  // the background reaches the edge, so that a launcher may cut any shape from it
  const bleed = svg.replace('rx="112"', '');
  await page.setContent(
    `<body style="margin:0"><img width="${size}" height="${size}" src="data:image/svg+xml,${encodeURIComponent(bleed)}">`,
  );
  writeFileSync(at(`icon-${size}.png`), await page.screenshot({ type: 'png' }));
}
await browser.close();
