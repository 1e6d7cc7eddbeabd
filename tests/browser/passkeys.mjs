// A key on a device of software: added, used to enter, removed. It needs the one-time link that a demo of our own
// prints.

import assert from 'node:assert/strict';
import { AXE, AXE_OPTIONS } from './checks.mjs';
import { tooWide } from './inside.mjs';
import { arrived } from './waiting.mjs';

const PHONE = { width: 390, height: 844 };
const KEYS = '/compte/cles';

export function keyJourneys(link) {
  const opened = link('lecteur');
  if (!opened) {
    console.log('Passkeys were not tried: they need the one-time link of a demo of our own');
    return [];
  }
  return [
    { name: 'Without passkeys in the browser', options: {}, walk: missKeys },
    { name: 'Adding a passkey, entering with it, removing it', options: { viewport: PHONE }, walk: tab => useKeys(tab, opened) },
  ];
}

async function useKeys(tab, link) {
  const noise = listen(tab);
  const device = await plugIn(tab);
  await tab.goto(link);
  await tab.locator('#contenu form button').click();
  await arrived(tab, '/');

  await tab.goto(KEYS);
  await tab.keyboard.press('End');
  await add(tab, device, 1);
  await tab.locator('form[data-passkey="add"] button').click();
  await said(tab, 'known'); // one device, one key
  await device.isVerified(false);
  await tab.locator('form[data-passkey="add"] button').click();
  await said(tab, 'cancelled');
  assert.equal(await tab.locator('form[data-passkey="add"] button').isEnabled(), true, 'one can try again');
  await rename(tab, 'Téléphone');
  await accessible(tab);

  // entering by the button, then with what the e-mail field offers
  await leave(tab);
  await tab.goto('/connexion?suite=/missions');
  await tab.locator('form[data-passkey="enter"] button').click();
  await said(tab, 'cancelled');
  await accessible(tab);
  await device.isVerified(true);
  await tab.locator('form[data-passkey="enter"] button').click();
  await arrived(tab, '/missions');

  await leave(tab);
  await tab.goto('/connexion?suite=/equipe');
  await arrived(tab, '/equipe');

  await tab.goto(KEYS);
  await tab.locator('tbody button[form="remove_key"]').click();
  await tab.locator('.band.err').waitFor(); // the only way in
  await tab.locator('tbody th').waitFor();
  await device.forget();
  await add(tab, device, 2);
  await tab.locator('tbody button[form="remove_key"]').first().click();
  await tab.locator('tbody tr').nth(1).waitFor({ state: 'detached' });
  assert.deepEqual(noise, [], 'nothing goes wrong in the console');
}

async function missKeys(tab) {
  await tab.addInitScript(() => { delete window.PublicKeyCredential; });
  await tab.goto('/connexion');
  await said(tab, 'absent');
  assert.equal(await tab.locator('form[data-passkey="enter"] button').isVisible(), false, 'nothing to press in vain');
}

// A device of software inside Chromium.
export async function plugIn(tab) {
  const devtools = await tab.context().newCDPSession(tab);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true,
      isUserVerified: true, automaticPresenceSimulation: true,
    },
  });
  const count = async () => (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length;
  return {
    count,
    isVerified: is => devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: is }),
    forget: () => devtools.send('WebAuthn.clearCredentials', { authenticatorId }),
  };
}

async function add(tab, device, rows) {
  await tab.locator('form[data-passkey="add"] button').click();
  await tab.locator('tbody tr').nth(rows - 1).waitFor();
  assert.equal(await tab.locator('tbody tr').count(), rows, 'the new key is listed');
  assert.equal(await device.count(), 1, 'the device keeps it');
}

async function rename(tab, name) {
  await tab.locator('tbody summary').click();
  await tab.locator('tbody input[name="name"]').fill(name);
  await tab.locator('tbody form button').click();
  await tab.locator('tbody th', { hasText: name }).waitFor();
}

async function leave(tab) {
  await tab.context().clearCookies({ name: 'portail' });
}

async function said(tab, what) {
  await tab.locator(`[data-says="${what}"]`).waitFor({ state: 'visible' });
  assert.equal(await tab.locator('[data-says]:visible').count(), 1, 'one message at a time');
}

async function accessible(tab) {
  await tab.evaluate(AXE);
  const { violations } = await tab.evaluate(options => axe.run(document, options), AXE_OPTIONS);
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].target}`), []);
  assert.deepEqual(await tab.evaluate(tooWide), []);
}

function listen(tab) {
  const noise = [];
  tab.on('console', message => { if (message.type() === 'error' && !message.text().includes('422')) noise.push(message.text()); });
  tab.on('pageerror', error => noise.push(error.message));
  return noise;
}
