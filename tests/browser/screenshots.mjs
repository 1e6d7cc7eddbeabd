// Takes whole-page pictures, on a phone and on a desktop, light and dark:
//   node tests/browser/screenshots.mjs [--out DIR] [ADDRESS…]
// Without addresses, every page that links lead to. With --own, as an administrator.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { withBrowser } from './chromium.mjs';
import { discover, ownPages, signIn } from './pages.mjs';
import { start, TARGET } from './portal.mjs';

const SCREENS = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1440, height: 900 } },
};

const { values, positionals } = parseArgs({
  options: { out: { type: 'string' }, own: { type: 'boolean' } }, allowPositionals: true,
});
const out = values.out ?? join(TARGET, 'screenshots');
await mkdir(out, { recursive: true });
const portal = await start();
try {
  await withBrowser(async browser => {
    const cookies = values.own ? await signIn(browser, portal.link) : [];
    const all = async () => values.own ? ownPages(browser, portal.url, cookies) : (await discover(browser, portal.url)).pages;
    const paths = positionals.length > 0 ? positionals : await all();
    for (const [screen, options] of Object.entries(SCREENS)) await take(browser, screen, options, paths, cookies);
    console.log(`${paths.length * 4} pictures in ${out}`);
  });
} finally {
  await portal.stop();
}

async function take(browser, screen, options, paths, cookies) {
  const common = { locale: 'fr-FR', baseURL: portal.url, reducedMotion: 'reduce' };
  const context = await browser.newContext({ ...common, ...options });
  await context.addCookies(cookies);
  const tab = await context.newPage();
  for (const path of paths) {
    await tab.goto(path);
    for (const colorScheme of ['light', 'dark']) {
      await tab.emulateMedia({ colorScheme });
      await tab.screenshot({ path: join(out, `${name(path)}-${screen}-${colorScheme}.png`), fullPage: true });
    }
  }
  await context.close();
}

// `/missions/biomeca` becomes missions-biomeca, `/` accueil.
function name(path) {
  return decodeURIComponent(path).replace(/[^\p{Letter}\p{Number}]+/gu, '-').replace(/^-|-$/g, '') || 'accueil';
}
