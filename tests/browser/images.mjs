// A photograph goes in with a form, is seen, and goes again; without a script.

import assert from 'node:assert/strict';

const FORM = '/edition/equipe/samy-melaine';
const PAGE = '/equipe/samy-melaine';

// `cookies` are those of an administrator who has signed in.
export function imageJourneys(cookies) {
  if (!cookies) {
    console.log('Images were not tried: they need the one-time link of a demo of our own');
    return [];
  }
  return [{ name: 'A photograph, without JavaScript', options: { javaScriptEnabled: false }, walk: tab => bring(tab, cookies) }];
}

async function bring(tab, cookies) {
  await tab.context().addCookies(cookies);
  await tab.goto('/equipe');
  const photograph = await tab.screenshot({ type: 'jpeg' });
  await tab.goto(FORM);
  await tab.locator('[id="picture.file"]').setInputFiles({ name: 'Photo été.jpg', mimeType: 'image/jpeg', buffer: photograph });
  await save(tab);
  await tab.locator('[id="picture.alternative-error"]').waitFor(); // what it shows is asked, and the file is there already
  assert.ok(await seen(tab, 'img.ph'), 'the form shows the image that came with it');
  await tab.locator('[id="picture.alternative"]').fill('Portrait de Samy Melaine');
  await save(tab);
  await tab.waitForURL(`**${PAGE}`);
  assert.ok(await seen(tab, '.portrait img'), 'the page shows it');
  await tab.goto('/equipe');
  assert.ok(await seen(tab, 'img.face'), 'the list shows it');
  await tab.goto(FORM);
  await tab.locator('button[value="picture.remove"]').click();
  await save(tab);
  await tab.waitForURL(`**${PAGE}`);
  assert.equal(await tab.locator('.portrait').count(), 0, 'it is gone');
}

function save(tab) {
  return tab.locator('.dock button.main').click();
}

// Whether there is an image, and bytes behind it.
async function seen(tab, css) {
  const answer = await tab.request.get(await tab.locator(css).getAttribute('src'));
  return answer.ok() && (answer.headers()['content-type'] ?? '').startsWith('image/');
}
