// How an editor changes a mission: once without JavaScript and with the mouse, once with it and by keyboard alone; and
// how a text is written. Each journey leaves the mission as it found it.

import assert from 'node:assert/strict';
import { troubles } from './checks.mjs';
import { printOwn } from './print.mjs';

const DESKTOP = { width: 1440, height: 900 };
const PAGE = '/missions/michel-condemine';
const ARTICLE = '/edition/blog/participation-au-challenge-isic-2019';

// `cookies` are those of an editor who has signed in.
export function editingJourneys(cookies) {
  if (!cookies) {
    console.log('Editing was not tried: it needs the one-time link of a demo of our own');
    return [];
  }
  const as = walk => async tab => {
    await tab.context().addCookies(cookies);
    await walk(tab);
  };
  return [
    { name: 'Editing without JavaScript', options: { javaScriptEnabled: false, viewport: DESKTOP }, walk: as(tab => edit(tab, mouse(tab), 'Jeanne Nouvelle')) },
    { name: 'Editing by keyboard alone', options: { viewport: DESKTOP }, walk: as(tab => edit(tab, keyboard(tab), 'Karim Nouveau')) },
    { name: 'Editing saves once and keeps the place', options: { viewport: DESKTOP }, walk: as(quicker) },
    { name: 'Enter in a row saves, without JavaScript', options: { javaScriptEnabled: false, viewport: DESKTOP }, walk: as(enterSaves) },
    { name: 'Enter in a row saves', options: { viewport: DESKTOP }, walk: as(enterSaves) },
    { name: 'Printing a form and a history', options: { viewport: DESKTOP }, walk: as(printOwn) },
    { name: 'Editing a text', options: { viewport: DESKTOP }, walk: as(write) },
    { name: 'Editing a text without JavaScript', options: { javaScriptEnabled: false, viewport: DESKTOP }, walk: as(writePlainly) },
  ];
}

const button = value => `form.form button[value="${value}"]:not(.sr)`;
const field = name => `[id="${name}"]`;

async function edit(tab, hand, stranger) {
  await tab.goto(PAGE);
  await hand.press('a.edit');
  await tab.locator('form.form').waitFor();
  await hand.type('#title', 'Michel Condemine, suite');

  // a phase more, moved before the last one
  await hand.press(button('phases.add'));
  await tab.locator(field('phases._1.title')).waitFor();
  await hand.type(field('phases._1.title'), 'Préparation');
  await hand.press(button('phases.up._1'));
  await tab.locator('.blk h3', { hasText: '2, Préparation' }).waitFor();
  await hand.type(field('phases._1.begins'), 'bientôt');

  // one person by nearly their name, one whom nobody knows
  await hand.press(button('contributors.add'));
  await tab.locator(field('contributors._1.person')).waitFor();
  await hand.type(field('contributors._1.person'), 'Samy Melène');
  await hand.press(button('team.add'));
  await tab.locator(field('team._1.person')).waitFor();
  await hand.type(field('team._1.person'), stranger);
  await hand.save();

  await tab.locator('#erreurs').waitFor();
  assert.match(await tab.title(), /^À corriger/);
  assert.equal(await focused(tab), 'phases._1.begins', 'the first wrong field has the focus');
  assert.equal(await tab.locator('#erreurs li').count(), 3);
  if (hand.isScripted) assert.deepEqual(await troubles(tab), []);
  await hand.type(field('phases._1.begins'), 'vers avril 2019');
  await hand.press('.offer button:text-is("Samy Melaine")');
  await tab.locator(`${field('contributors._1.person')}:not([aria-invalid])`).waitFor();
  assert.equal(await tab.locator(field('contributors._1.person')).inputValue(), 'Samy Melaine');
  await hand.save();
  await tab.locator(button('create team._1.person')).waitFor();
  await hand.press(button('create team._1.person'));
  await tab.locator('#name').waitFor();
  assert.equal(await tab.locator('#name').inputValue(), stranger);
  await hand.save();

  // the mission waits as it was typed, with the new person chosen in it
  await tab.locator(field('team._1.person')).waitFor();
  assert.equal(await tab.locator(field('team._1.person')).inputValue(), stranger);
  assert.equal(await tab.locator('#title').inputValue(), 'Michel Condemine, suite');
  await hand.save();
  await tab.waitForURL(`**${PAGE}`);
  await tab.locator('h1', { hasText: 'Michel Condemine, suite' }).waitFor();
  await tab.locator('main', { hasText: stranger }).waitFor();

  await hand.press('.band.ok button');
  await tab.locator('h1:text-is("Michel Condemine")').waitFor();
  await hand.press('a.edit');
  await hand.press('a[href$="/historique"]');
  await tab.locator('table tbody tr').nth(2).waitFor();
}

// By the mouse, without a script.
function mouse(tab) {
  return {
    isScripted: false,
    press: selector => tab.locator(selector).first().click(),
    type: (selector, text) => tab.locator(selector).fill(text),
    save: () => tab.locator('.dock .main').click(),
  };
}

// By the keys that a person would press.
function keyboard(tab) {
  return {
    isScripted: true,
    press: async selector => {
      await focusOn(tab, selector);
      await tab.keyboard.press('Enter');
    },
    type: async (selector, text) => {
      await focusOn(tab, selector);
      await tab.keyboard.press('Control+A');
      await tab.keyboard.type(text);
    },
    save: () => tab.keyboard.press('Control+S'),
  };
}

// Walks with Tab until it is there.
async function focusOn(tab, selector) {
  const wanted = await tab.locator(selector).first().elementHandle();
  for (let steps = 0; steps < 500; steps += 1) {
    if (await wanted.evaluate(element => element === document.activeElement)) return;
    await tab.keyboard.press('Tab');
  }
  assert.fail(`${selector} is not reached by Tab`);
}

const focused = tab => tab.evaluate(() => document.activeElement.id || document.activeElement.outerHTML);

// With a script the page stays, the focus follows the row, and a form is sent once.
async function quicker(tab) {
  await tab.goto('/edition/missions/biomeca');
  await tab.evaluate(() => { window.stayed = true; });
  await tab.locator('#summary').fill('En cours de frappe');
  await tab.locator(button('aims.add')).click();
  await tab.locator(field('aims._1.text')).fill('Un but de plus');
  assert.equal(await tab.evaluate(() => window.stayed), true, 'the page was not loaded again');
  assert.equal(await tab.locator('#summary').inputValue(), 'En cours de frappe');
  await tab.locator(button('aims.remove._1')).click();
  await tab.locator(button('aims.keep._1')).waitFor();
  assert.match(await focused(tab), /aims\.keep\._1/, 'the focus is on what brings the row back');
  assert.match(await tab.locator('#did').textContent(), /Rang retiré/);
  await tab.locator(button('aims.keep._1')).click();
  await tab.locator(field('aims._1.text')).waitFor();
  assert.equal(await tab.locator(field('aims._1.text')).inputValue(), 'Un but de plus');
  assert.deepEqual(await troubles(tab), []);

  // the portal is away: nothing is lost, and the page says so
  await tab.context().setOffline(true);
  await tab.locator(button('phases.add')).click();
  await tab.locator('#away').waitFor();
  await tab.context().setOffline(false);
  assert.equal(await tab.locator(field('aims._1.text')).inputValue(), 'Un but de plus');

  let posts = 0;
  await tab.route('**/edition/missions/biomeca', async route => {
    posts += 1;
    await new Promise(done => setTimeout(done, 400));
    await route.fulfill({ status: 204 });
  });
  await tab.evaluate(() => {
    const save = document.querySelector('.dock .main');
    save.click();
    save.click();
  });
  await tab.locator('.dock .main:disabled', { hasText: 'Enregistrement' }).waitFor();
  await tab.waitForTimeout(600);
  assert.equal(posts, 1, 'a double click is one post');
}

// The preview follows what is typed; the tools put the marks.
async function write(tab) {
  await tab.goto(ARTICLE);
  const text = tab.locator('#body');
  const shown = tab.locator('[data-preview]');
  await text.fill('Un mot');
  await text.press('Control+A');
  await text.press('Control+B');
  assert.equal(await text.inputValue(), '**Un mot**');
  await shown.locator('strong', { hasText: 'Un mot' }).waitFor();
  await tab.locator('[data-mark="heading"]').click();
  await shown.locator('h3', { hasText: 'Un mot' }).waitFor();
  await tab.locator('[data-mark="heading"]').click();
  await text.press('Control+Z');
  assert.equal(await text.inputValue(), '## **Un mot**', 'what a tool did can be undone');
  await tab.locator(field('link.body')).fill('Samy Melaine');
  await tab.locator(button('link body')).click();
  await shown.locator('a[href="/equipe/samy-melaine"]').waitFor();
  assert.deepEqual(await troubles(tab), []);
}

async function writePlainly(tab) {
  await tab.goto(ARTICLE);
  assert.equal(await tab.locator('[data-mark]').first().isVisible(), false, 'tools need a script');
  await tab.locator('#body').fill('## Un titre\n\nUn *mot*.');
  await tab.locator(button('preview body')).click();
  await tab.locator('[data-preview] h3', { hasText: 'Un titre' }).waitFor();
  assert.equal(await tab.locator('#body').inputValue(), '## Un titre\n\nUn *mot*.');
}

// Three rows more; the caret in a field of one line of the third; Enter. What is posted is the save button and every row.
async function enterSaves(tab) {
  await tab.goto('/edition/missions/biomeca');
  for (let n = 1; n <= 3; n += 1) {
    await tab.locator(button('team.add')).click();
    await tab.locator(field(`team._${n}.role`)).waitFor();
    await tab.locator(field(`team._${n}.person`)).fill('Samy Melaine');
    await tab.locator(field(`team._${n}.role`)).fill(`rôle ${n}`);
  }
  let posted;
  await tab.route('**/edition/missions/biomeca', async route => {
    if (route.request().method() !== 'POST') return route.continue();
    const body = new URLSearchParams(route.request().postData());
    if (body.get('do') !== 'background') posted = body;
    return route.fulfill({ status: 204 });
  });
  await tab.locator(field('team._3.role')).press('Enter');
  await tab.waitForTimeout(500);
  assert.equal(posted?.get('do'), 'save');
  assert.deepEqual([1, 2, 3].map(n => posted.get(`team._${n}.role`)), ['rôle 1', 'rôle 2', 'rôle 3']);
  assert.equal([...posted.keys()].filter(name => name.endsWith('.removed') && posted.get(name)).length, 0);
}
