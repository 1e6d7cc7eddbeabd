// What an editor types is kept while they type, and what the page says of it is true: the page is killed and opened
// again, two tabs are open at once, the portal does not answer, the session lapses.

import assert from 'node:assert/strict';

const FORM = '/edition/missions/lunettes-pour-tous';
const KEPT = /^Brouillon gardé à \d+.h.\d\d$/;

// `cookies` are those of an editor who has signed in.
export function draftJourneys(cookies) {
  if (!cookies) {
    console.log('Drafts were not tried: they need the one-time link of a demo of our own');
    return [];
  }
  const signedIn = walk => async tab => {
    await tab.context().addCookies(cookies);
    await walk(tab, cookies);
    await leaveNothing(tab, cookies);
  };
  return [
    { name: 'A page that is killed while one types', options: {}, walk: signedIn(kill) },
    { name: 'Two tabs of one form', options: {}, walk: signedIn(twoTabs) },
    { name: 'A session that lapses while one types', options: {}, walk: signedIn(lapse) },
    { name: 'The portal is away while one types', options: {}, walk: signedIn(away) },
    { name: 'A page that is closed while the portal is away', options: {}, walk: signedIn(closedAway) },
    { name: 'A portal that hangs while one types', options: {}, walk: signedIn(hang) },
    { name: 'A draft on purpose is no text that was lost', options: {}, walk: signedIn(notLost) },
    { name: 'A draft on purpose, without JavaScript', options: { javaScriptEnabled: false }, walk: signedIn(onPurpose) },
  ];
}

async function kill(tab) {
  await tab.goto(FORM);
  await tab.waitForTimeout(2500);
  assert.equal((await line(tab)).trim(), '', 'who only looks has no draft');
  await type(tab, 'Tapé avant la panne');
  await kept(tab);
  await type(tab, 'Tapé juste avant la panne'); // not yet kept: the page goes before
  await tab.close({ runBeforeUnload: false });

  const next = await tab.context().newPage();
  await next.goto(FORM);
  const resume = next.locator('.band a[href*="brouillon="]:visible').first();
  await resume.waitFor();
  await next.waitForTimeout(500);
  await next.goto(FORM);
  await next.locator('.bands .band a[href*="brouillon="]').first().click();
  assert.match(await next.locator('#summary').inputValue(), /^Tapé (juste )?avant la panne$/);
  await next.locator('.dock button.main').click();
  await next.waitForURL('**/missions/lunettes-pour-tous');
  await next.goto(FORM);
  assert.equal(await next.locator('.band a[href*="brouillon="]:visible').count(), 0, 'what is saved is offered no more');
}

async function twoTabs(tab) {
  const other = await tab.context().newPage();
  await tab.goto(FORM);
  await other.goto(FORM);
  await type(tab, 'Premier onglet');
  await type(other, 'Second onglet');
  await kept(tab);
  await kept(other);
  const third = await tab.context().newPage();
  await third.goto(FORM);
  const links = await third.locator('.band form a[href*="brouillon="]').evaluateAll(all => all.map(link => link.href));
  assert.equal(links.length, 2, 'both are offered');
  const texts = [];
  for (const link of links) {
    await third.goto(link);
    texts.push(await third.locator('#summary').inputValue());
  }
  assert.deepEqual(texts.sort(), ['Premier onglet', 'Second onglet']);
  // one saves, the other goes on typing and is told the truth
  await tab.locator('.dock button.main').click();
  await tab.waitForURL('**/missions/lunettes-pour-tous');
  await type(other, 'Second onglet, suite');
  await kept(other);
}

async function lapse(tab, cookies) {
  await tab.goto(FORM);
  await type(tab, 'Avant la fin de la session');
  await kept(tab);
  await tab.context().clearCookies({ name: 'portail' });
  await type(tab, 'Après la fin de la session');
  await tab.locator('#garde.lost').waitFor();
  assert.match(await line(tab), /session s’est fermée/);
  await tab.locator('.dock button.main').click();
  await tab.locator('h1', { hasText: 'Votre saisie est gardée' }).waitFor();
  await tab.context().addCookies(cookies);
}

// The posts of this tab do not arrive, as where the portal has stopped.
async function stop(tab) {
  await tab.route(`**${FORM}`, route => (route.request().method() === 'POST' ? route.abort('connectionrefused') : route.continue()));
}

async function away(tab) {
  await tab.goto(FORM);
  await type(tab, 'Avant la panne');
  await kept(tab);
  await stop(tab);
  await type(tab, 'Pendant la panne');
  await tab.locator('#garde.lost').waitFor();
  assert.match(await line(tab), /Pas gardé sur le portail, qui ne répond pas\. Ce navigateur garde votre texte/);
  // for as long as it lasts it does not say « gardé »
  for (let n = 0; n < 4; n += 1) {
    await type(tab, `Pendant la panne, suite ${n}`);
    await tab.waitForTimeout(1700);
    assert.doesNotMatch(await line(tab), KEPT);
  }
  await tab.unroute(`**${FORM}`);
  await type(tab, 'Après la panne');
  await kept(tab);
  assert.equal(await tab.locator('#garde.lost').count(), 0);
  const other = await tab.context().newPage();
  await other.goto(FORM);
  await other.locator('.bands .band a[href*="brouillon="]').first().click();
  assert.equal(await other.locator('#summary').inputValue(), 'Après la panne');
}

// What the portal never got comes back from this browser.
async function closedAway(tab) {
  await tab.goto(FORM);
  await stop(tab);
  await type(tab, 'Jamais arrivé');
  await tab.locator('#garde.lost').waitFor();
  await tab.close({ runBeforeUnload: false });
  const next = await tab.context().newPage();
  await next.goto(FORM);
  const resume = next.locator('#retrouve a:visible');
  await resume.waitFor();
  await resume.click();
  assert.equal(await next.locator('#summary').inputValue(), 'Jamais arrivé');
}

// It takes what is sent and does not answer: the page says so, and keeps the text before and while it waits.
async function hang(tab) {
  await tab.addInitScript(() => { window.here = () => Object.values(localStorage).map(kept => JSON.parse(kept).body); });
  await tab.goto(FORM);
  await tab.route('**' + FORM, route => route.request().method() === 'POST' ? null : route.continue());
  await type(tab, 'Tapé devant un portail figé');
  await tab.waitForFunction(() => here().some(body => body.includes('portail+fig')), null, { timeout: 4000 })
    .catch(() => assert.fail('it is kept here before it is sent'));
  assert.equal((await line(tab)).trim(), '', 'nothing is said yet');
  await type(tab, 'Tapé encore');
  assert.ok((await tab.evaluate(() => here())).some(body => body.includes('Tap%C3%A9+encore')), 'and while it waits');
  await tab.locator('#garde.lost').waitFor({ timeout: 10_000 });
  await tab.unroute('**' + FORM);
  await type(tab, 'Tapé une fois le portail revenu');
  await kept(tab);
  assert.deepEqual(await tab.evaluate(() => here()), [], 'what has arrived is kept here no more');
}

async function notLost(tab) {
  await tab.goto(FORM);
  await type(tab, 'Gardé par le bouton');
  await tab.locator('.dock button[value="draft"]').click();
  await tab.locator('.band.ok').first().waitFor();
  await tab.waitForTimeout(1500);
  assert.equal(await tab.locator('#retrouve').isVisible(), false, 'nothing had been lost');
  assert.equal(await tab.locator('#summary').inputValue(), 'Gardé par le bouton');
}

async function onPurpose(tab) {
  await tab.goto(FORM);
  await tab.locator('#summary').fill('Exprès');
  await tab.locator('.dock button[value="draft"]').click();
  await tab.locator('.band.ok').first().waitFor();
  assert.equal(await tab.locator('#summary').inputValue(), 'Exprès');
  await tab.goto(FORM);
  await tab.locator('.band button[value="drop"]').click();
  await tab.locator('.band.ok button').click(); // taken back
  await tab.locator('#brouillons th a').first().click();
  assert.equal(await tab.locator('#summary').inputValue(), 'Exprès');
}

async function leaveNothing(tab, cookies) {
  const desk = tab.isClosed() ? await tab.context().newPage() : tab;
  await desk.context().addCookies(cookies);
  await desk.goto('/edition');
  const drop = desk.locator('#brouillons button[value="drop"]');
  for (let left = await drop.count(); left > 0; left -= 1) {
    await drop.first().click();
    await desk.locator('.band.ok').first().waitFor();
  }
}

async function type(tab, text) {
  await tab.locator('#summary').fill(text);
}

function line(tab) {
  return tab.locator('#garde').textContent();
}

// Waits until the page says that it is kept, after it did not.
async function kept(tab) {
  await tab.locator('#summary').evaluate(() => new Promise(done => setTimeout(done, 1700)));
  await tab.waitForFunction(pattern => new RegExp(pattern).test(document.getElementById('garde').textContent), KEPT.source);
}
