// What a reader does, step by step. Each journey has a context of its own and fails at its first step that
// does not work.

import assert from 'node:assert/strict';
import { PRINTED } from './print.mjs';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1440, height: 900 };

export const JOURNEYS = [
  { name: 'Reading without JavaScript', options: { javaScriptEnabled: false, viewport: DESKTOP }, walk: read },
  { name: 'The phone menu without JavaScript', options: { javaScriptEnabled: false, viewport: PHONE }, walk: openMenu },
  { name: 'Changing the language', options: { javaScriptEnabled: false, viewport: DESKTOP }, walk: changeLanguage },
  { name: 'Skipping to the content by keyboard', options: { viewport: DESKTOP }, walk: skipToContent },
  ...PRINTED,
];

const link = prefix => `#contenu a[href^="${prefix}/"]:not([href*="."], [href*="/historique"])`;

async function read(tab) {
  await visit(tab, '/');
  await tab.locator('header.head nav.nav a[href="/missions"]').click();
  await arrived(tab, /^\/missions$/);
  await tab.locator(link('/missions')).first().click();
  await arrived(tab, /^\/missions\/[^/]+$/);
  await tab.locator(link('/offres')).first().click();
  await arrived(tab, /^\/offres\/[^/]+$/);
  await tab.locator('.crumbs a[href="/offres"]').click();
  await arrived(tab, /^\/offres$/);
  await tab.locator('.crumbs a').first().click();
  await arrived(tab, /^\/$/);
}

async function openMenu(tab) {
  await visit(tab, '/');
  const menu = tab.locator('#menu');
  assert.equal(await menu.isVisible(), false, 'the menu is closed at first');
  await tab.locator('button[popovertarget="menu"].open').click();
  await menu.waitFor({ state: 'visible' });
  await menu.locator('button[popovertargetaction="hide"]').click();
  await menu.waitFor({ state: 'hidden' });
  await tab.locator('button[popovertarget="menu"].open').press('Enter');
  await menu.locator('a[href="/missions"]').click();
  await arrived(tab, /^\/missions$/);
}

async function changeLanguage(tab) {
  await visit(tab, '/missions');
  for (const language of ['en', 'fr']) {
    await tab.locator(`form.lang button[name="langue"][value="${language}"]`).click();
    await tab.locator(`html[lang="${language}"]`).waitFor();
    await arrived(tab, /^\/missions$/);
    const pressed = await tab.locator('form.lang button[aria-pressed="true"]').getAttribute('value');
    assert.equal(pressed, language, 'the button of the language in use is marked');
  }
}

async function skipToContent(tab) {
  await visit(tab, '/missions');
  await tab.keyboard.press('Tab');
  const skip = tab.locator(':focus');
  assert.equal(await skip.textContent(), 'Aller au contenu', 'Tab reaches the skip link first');
  assert.ok((await skip.boundingBox()).y >= 0, 'the skip link shows when it has the focus');
  await tab.keyboard.press('Enter');
  await tab.waitForURL(/#contenu$/);
  await tab.keyboard.press('Tab');
  assert.equal(await tab.locator('#contenu :focus').count(), 1, 'the next Tab is inside the content');
}

async function visit(tab, path) {
  const answer = await tab.goto(path);
  assert.equal(answer.status(), 200, `${path} answers with a page`);
}

async function arrived(tab, address) {
  await tab.waitForURL(url => address.test(url.pathname));
  await tab.locator('main#contenu h1').waitFor();
}
