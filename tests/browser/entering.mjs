// How people come in: invited by an administrator, then by password and by passkey; and by keyboard alone.

import assert from 'node:assert/strict';
import { plugIn } from './passkeys.mjs';
import { arrived } from './waiting.mjs';

const EMAIL = 'nouvelle@exemple.fr';
const PASSWORD = 'trois bateaux rentrent au port';

// `cookies` are those of an administrator who has signed in.
export function enteringJourneys(cookies) {
  if (!cookies) {
    console.log('Invitations were not tried: they need the one-time link of a demo of our own');
    return [];
  }
  return [
    { name: 'Invited, then in by password and by passkey', options: {}, walk: tab => comeIn(tab, cookies) },
    { name: 'In and out by keyboard alone', options: {}, walk: byKeyboard },
  ];
}

async function comeIn(tab, cookies) {
  const link = await invite(tab, cookies);
  const device = await plugIn(tab);

  await tab.goto(link);
  await tab.goto(link); // looking uses nothing up
  await tab.locator('main form button.main').click();
  await arrived(tab, '/compte/entree');
  await tab.locator('#new_password').fill('azertyuiopqsdfgh');
  await tab.locator('main form[action="/compte/mot-de-passe"] button').click();
  await tab.locator('#new_password-error').waitFor(); // too common, and why
  await tab.locator('#new_password').fill(PASSWORD);
  await tab.locator('main form[action="/compte/mot-de-passe"] button').click();
  await tab.locator('.band.ok').waitFor();

  await leave(tab);
  await enter(tab, PASSWORD);
  await arrived(tab, '/missions');

  await tab.goto('/compte/cles');
  await tab.locator('form[data-passkey="add"] button').click();
  await tab.locator('tbody tr').waitFor();
  await leave(tab);
  await device.isVerified(true);
  await tab.goto('/connexion?suite=/produits');
  await arrived(tab, '/produits'); // the browser offers the key by itself, or the button asks for it
  await leave(tab);
}

// In a browser of the administrator's own.
async function invite(tab, cookies) {
  const origin = new URL((await tab.request.get('/')).url()).origin;
  const context = await tab.context().browser().newContext({ locale: 'fr-FR', baseURL: origin, javaScriptEnabled: false });
  await context.addCookies(cookies);
  const desk = await context.newPage();
  await desk.goto('/administration/comptes');
  await desk.locator('#inviter [name="email"]').fill(EMAIL);
  await desk.locator('#inviter button[value="link"]').click();
  const link = await desk.locator('#link').inputValue();
  await context.close();
  return link;
}

async function enter(tab, password) {
  await tab.goto('/connexion?suite=/missions');
  await tab.locator('#email').fill(EMAIL);
  await tab.locator('#password').fill(password);
  await tab.locator('form[action="/connexion"] button.main, form[action="/connexion"] .acts button').first().click();
}

async function leave(tab) {
  await tab.goto('/compte');
  await tab.locator('form[action="/deconnexion"] button').click();
  await arrived(tab, '/connexion');
}

async function byKeyboard(tab) {
  await tab.addInitScript(() => { delete window.PublicKeyCredential; });
  await tab.goto('/connexion?suite=/compte');
  await focusOn(tab, '#email');
  await tab.keyboard.type(EMAIL);
  await tab.keyboard.press('Tab');
  await tab.keyboard.type('ce n’est pas le bon');
  await tab.keyboard.press('Enter');
  await tab.locator('#password-error').waitFor();
  assert.equal(await tab.evaluate(() => document.activeElement.id), 'password', 'one can type at once');
  await tab.keyboard.type(PASSWORD);
  await tab.keyboard.press('Enter');
  await arrived(tab, '/compte');
  await focusOn(tab, 'form[action="/deconnexion"] button');
  await tab.keyboard.press('Enter');
  await arrived(tab, '/connexion');
}

// Walks with Tab, as a person would, until it is there.
async function focusOn(tab, selector) {
  for (let steps = 0; steps < 60; steps += 1) {
    if (await tab.evaluate(wanted => document.activeElement.matches(wanted), selector)) return;
    await tab.keyboard.press('Tab');
  }
  assert.fail(`${selector} is not reached by Tab`);
}
