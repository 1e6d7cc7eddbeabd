// A recruiter shares, somebody opens in a browser that knows nothing of the portal, the link is taken back: gone here
// and on a second instance. Every page on the way is looked at like the others.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Reader, troubles } from './checks.mjs';
import { TARGET } from './portal.mjs';

const DESKTOP = { width: 1440, height: 900 };
const SECOND_MS = 30_000;

// `cookies` are those of whoever may share.
export async function share(browser, report, portal, cookies) {
  const desk = await browser.newContext({ locale: 'fr-FR', baseURL: portal.url, viewport: DESKTOP });
  await desk.addCookies(cookies);
  const tab = await desk.newPage();
  const check = (name, walk) => walk().then(() => report.check(name, []), error =>
    report.check(name, [`on ${tab.url()}: ${error.message}`]));
  const made = {};
  await check('A link is made from the chart, after a look at it', async () => { made.whole = await fromTheChart(tab); });
  await check('A link with a password and a person', async () => {
    made.locked = await fill(tab, { password: 'hirondelles', what: 'person', root: 'Robin Camarasa', contact: true });
  });
  await look(browser, report, portal.url, cookies, made);
  await check('A link is opened in a clean profile, taken back, and gone on two instances', () =>
    takeBack(browser, tab, portal, made));
  await desk.close();
}

async function fromTheChart(tab) {
  await tab.goto('/organigramme');
  await tab.locator('main .title .acts a').first().click();
  await tab.waitForURL(/partages\/nouveau/);
  await tab.locator('[name="for"]').fill('Candidate, poste de data scientist');
  await tab.locator('[name="message"]').fill('Bonjour. Voici l’équipe.');
  await tab.locator('[name="hosts"]').fill('carrieres.exemple.fr');
  assert.deepEqual(await troubles(tab), [], 'the form');
  await tab.locator('button[value="preview"]').click();
  await tab.locator('.seen').waitFor();
  assert.deepEqual(await troubles(tab), [], 'the preview');
  const seen = await tab.locator('#list').innerText();
  await tab.locator('.seen button[value="save"]').click();
  await tab.locator('svg.qr').waitFor();
  assert.deepEqual(await troubles(tab), [], 'the link, shown once');
  await tab.setViewportSize({ width: 320, height: 800 });
  assert.deepEqual(await troubles(tab), [], 'the same on a phone');
  await tab.setViewportSize(DESKTOP);
  await tab.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await tab.locator('button[data-copy="link"]').click();
  await tab.locator('button[data-copy="link"]', { hasText: 'Copié' }).waitFor();
  const link = await tab.locator('#link').inputValue();
  assert.equal(await tab.evaluate(() => navigator.clipboard.readText()), link, 'the button copies the link');
  return { link, seen };
}

async function fill(tab, { password, what, root, contact }) {
  await tab.goto('/partages/nouveau');
  await tab.locator(`[name="what"][value="${what}"]`).check();
  await tab.locator('[name="root"]').fill(root);
  await tab.locator('[name="for"]').fill('Cabinet');
  await tab.locator('[name="password"]').fill(password);
  if (contact) await tab.locator('[name="show.contact"]').check();
  await tab.locator('.dock button[value="save"]').click();
  await tab.locator('svg.qr').waitFor();
  return { link: await tab.locator('#link').inputValue(), password };
}

async function look(browser, report, origin, cookies, { whole, locked }) {
  const guest = await Reader.open(browser, origin, report);
  const maker = await Reader.open(browser, origin, report, cookies);
  const path = url => new URL(url).pathname;
  const pages = [
    ...[whole && path(whole.link), whole && `${path(whole.link)}/samy-melaine`, locked && path(locked.link)]
      .filter(Boolean).map(page => [guest, page]),
    ...['/partages', '/partages?q=personne', '/partages/nouveau'].map(page => [maker, page]),
  ];
  for (const [reader, page] of pages) {
    await reader.check(page).catch(error => report.check(page.replace(/\/partage\/[^/]*/, '/partage/…'), [error.message]));
  }
  await guest.close();
  await maker.close();
}

async function takeBack(browser, tab, portal, { whole, locked }) {
  // no script, no cookie, nothing known
  const clean = await browser.newContext({ locale: 'fr-FR', javaScriptEnabled: false, viewport: DESKTOP });
  const guest = await clean.newPage();
  const foreign = [];
  guest.on('request', request => { if (new URL(request.url()).origin !== portal.url) foreign.push(request.url()); });
  const opened = await guest.goto(whole.link);
  assert.equal(opened.status(), 200);
  assert.equal(await guest.locator('#list').innerText(), whole.seen, 'what was seen before sending is what is got');
  await guest.locator('#list a', { hasText: 'Robin Camarasa' }).click();
  await guest.locator('h1', { hasText: 'Robin Camarasa' }).waitFor();
  await guest.locator('header a[hreflang="en"]').click();
  await guest.locator('html[lang="en"]').waitFor();
  assert.deepEqual(foreign, [], 'nothing comes from elsewhere');
  assert.deepEqual(await clean.cookies(), [], 'a guest needs no cookie');
  await guest.goto(locked.link);
  await guest.locator('#password').fill(locked.password);
  await guest.locator('main form button').click();
  await guest.locator('h1', { hasText: 'Robin Camarasa' }).waitFor();

  const second = await another(portal);
  try {
    if (second) assert.equal((await guest.goto(whole.link.replace(portal.url, second.url))).status(), 200);
    await tab.goto('/partages');
    const row = tab.locator('tbody tr', { hasText: 'Candidate, poste de data scientist' }).first();
    await row.locator('a', { hasText: 'Révoquer' }).click();
    assert.deepEqual(await troubles(tab), [], 'the question');
    await tab.locator('main form button').click();
    await tab.locator('.band.ok').waitFor();
    assert.deepEqual(await troubles(tab), [], 'the list');
    for (const origin of [portal.url, second?.url].filter(Boolean)) {
      for (const rest of ['', '/robin-camarasa', '?langue=en']) {
        const gone = await guest.goto(whole.link.replace(portal.url, origin) + rest);
        assert.equal(gone.status(), 410, `${origin}${rest}`);
      }
    }
  } finally {
    await second?.stop();
  }
  await clean.close();
  const last = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  for (const [address, status] of [[whole.link, 410], [`${whole.link.slice(0, -1)}.`, 404]]) {
    assert.equal((await last.goto(address)).status(), status);
    assert.deepEqual(await troubles(last), [], `${status}`);
  }
  await last.context().close();
}

// A second instance on the database of the demo; none for a portal that is not ours.
async function another({ url, data }) {
  if (!data) return undefined;
  const port = await free();
  const env = { ...process.env, DATABASE_URL: `postgres://portail@localhost/portail?host=${encodeURIComponent(join(data, 'postgres'))}` };
  const child = spawn(join(TARGET, 'debug/portail'),
    ['serve', '--listen', `127.0.0.1:${port}`, '--public-url', url], { env, stdio: 'ignore' });
  const ended = new Promise(done => child.once('close', done));
  const stop = async () => { child.kill('SIGTERM'); await ended; };
  const second = `http://localhost:${port}`;
  for (const deadline = Date.now() + SECOND_MS; Date.now() < deadline; await sleep(100)) {
    if (await fetch(`${second}/readyz`).then(answer => answer.ok, () => false)) return { url: second, stop };
  }
  await stop();
  throw new Error('the second instance was not ready');
}

function free() {
  const server = createServer();
  return new Promise(done => server.listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => done(port));
  }));
}
