// Runs all browser checks; the last line counts them. See docs/testing.md.
//   node tests/browser/run.mjs [ADDRESS | NAME…]
// With addresses (`/missions`) only these pages are looked at, with other words only the journeys whose names hold them.

import { Reader } from './checks.mjs';
import { withBrowser } from './chromium.mjs';
import { draftJourneys } from './drafting.mjs';
import { editingJourneys } from './editing.mjs';
import { enteringJourneys } from './entering.mjs';
import { CHART } from './chart.mjs';
import { imageJourneys } from './images.mjs';
import { discover, ownPages, signIn } from './pages.mjs';
import { keyJourneys } from './passkeys.mjs';
import { start } from './portal.mjs';
import { enterByProvider } from './provider.mjs';
import { JOURNEYS } from './reading.mjs';
import { Report } from './report.mjs';
import { share } from './sharing.mjs';
import { PATIENCE_MS } from './waiting.mjs';

const AT_ONCE = 2;

// Pages of whoever has signed in.
const OWN = /^\/(edition|compte|administration)(\/|\?|$)/;

const wanted = process.argv.slice(2);
const paths = wanted.filter(word => word.startsWith('/'));
const names = wanted.filter(word => !word.startsWith('/'));
const isAll = wanted.length === 0;

const report = new Report();
await checkAll().catch(error => report.check('The run', [error.message]));
report.print();
process.exitCode = report.failed === 0 ? 0 : 1;

async function checkAll() {
  const portal = await start();
  try {
    await withBrowser(async browser => {
      await checkPages(browser, portal.url);
      const administrator = await checkOwnPages(browser, portal);
      const editor = portal.link('éditeur') && await signIn(browser, portal.link('éditeur'));
      const journeys = [
        ...JOURNEYS, ...CHART, ...keyJourneys(portal.link), ...enteringJourneys(administrator), ...editingJourneys(editor),
        ...imageJourneys(administrator),
        ...draftJourneys(administrator),
      ];
      await checkJourneys(browser, portal.url, journeys.filter(({ name }) => isAll || names.some(word => name.includes(word))));
      if (administrator && (isAll || names.includes('sharing'))) {
        await timed('share links', () => share(browser, report, portal, administrator));
      }
      if (isAll) await timed('the company’s account', () => enterByProvider(browser, report));
    });
  } finally {
    const gently = await portal.stop();
    report.check('SIGTERM', gently ? [] : ['the portal did not end by itself: see how it drains']);
  }
}

async function checkPages(browser, origin) {
  if (!isAll) return visit(browser, origin, paths.filter(path => !OWN.test(path)));
  const { pages, checked, left } = await timed('addresses', () => discover(browser, origin));
  for (const { path, problems } of checked) report.check(path, problems);
  if (left > 0) console.log(`${left} more addresses were not visited`);
  return visit(browser, origin, pages);
}

async function checkOwnPages(browser, { url, link }) {
  const administrator = link('administrateur');
  if (!administrator) {
    console.log('nobody signed in: give the link of an administrator as PORTAIL_LINK');
    return undefined;
  }
  const cookies = await signIn(browser, administrator);
  const pages = isAll ? await ownPages(browser, url, cookies) : paths.filter(path => OWN.test(path));
  await visit(browser, url, pages, cookies);
  return cookies;
}

async function visit(browser, origin, pages, cookies = []) {
  const waiting = [...pages];
  const workers = () => Array.from({ length: AT_ONCE }, () => work(browser, origin, waiting, cookies));
  await timed(`${pages.length} pages`, () => Promise.all(workers()));
}

async function work(browser, origin, waiting, cookies) {
  const reader = await Reader.open(browser, origin, report, cookies);
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    await reader.check(path).catch(error => report.check(path, [error.message]));
  }
  await reader.close();
}

async function checkJourneys(browser, origin, journeys) {
  await timed(`${journeys.length} journeys`, async () => {
    for (const { name, options, walk } of journeys) {
      const context = await browser.newContext({ locale: 'fr-FR', baseURL: origin, ...options });
      context.setDefaultTimeout(PATIENCE_MS);
      const tab = await context.newPage();
      const problems = await walk(tab).then(() => [], error => [`on ${tab.url()}: ${error.message}`]);
      report.check(name, problems);
      await context.close();
    }
  });
}

async function timed(what, work) {
  const started = Date.now();
  const result = await work();
  console.log(`${what}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return result;
}
