// The chart by keyboard and by its buttons; what of it needs no script is told in tests/portal/org/.

import assert from 'node:assert/strict';
import { AXE, AXE_OPTIONS } from './checks.mjs';
import { arrived, becomes } from './waiting.mjs';

export const CHART = [
  { name: 'Walking the chart by keyboard', options: {}, walk: walkByKeys },
  { name: 'Folding a branch of a large chart by keyboard', options: {}, walk: foldByKeys },
  { name: 'A door of a very large chart is opened by keyboard', options: {}, walk: doorByKeys },
  { name: 'The drawing is enlarged and fitted', options: { viewport: { width: 1440, height: 900 } }, walk: zoom },
  { name: 'The chart without a script is a list', options: { javaScriptEnabled: false }, walk: withoutScript },
];

// What has the focus: its name, and where it stands in the tree.
const focused = tab => tab.evaluate(() => {
  const here = document.activeElement;
  const says = name => here.getAttribute(`aria-${name}`);
  return { label: here.textContent.trim(), level: says('level'), at: says('posinset'), of: says('setsize'), open: says('expanded') };
});

async function walkByKeys(tab) {
  await tab.goto('/organigramme');
  const items = tab.locator('#list [role=treeitem]');
  const count = await items.count();
  assert.equal(await tab.locator('#list [tabindex="0"]').first().getAttribute('role'), 'treeitem');
  await tab.locator('#list [role=treeitem][tabindex="0"]').focus();
  const met = new Set();
  for (let n = 0; n < count + 2; n += 1) {
    met.add((await focused(tab)).label);
    await tab.keyboard.press('ArrowDown');
  }
  assert.equal(met.size, count, 'every place once, by one key');
  const names = await tab.locator('#list .at > a:not(.src)').allTextContents();
  for (const name of names) assert.ok([...met].some(label => label.startsWith(name)), `${name} is met`);

  await tab.keyboard.press('Home');
  const { label, ...place } = await focused(tab);
  assert.match(label, /^Comité de direction/);
  assert.deepEqual(place, { level: '1', at: '1', of: '3', open: null });
  await tab.keyboard.press('ArrowRight');
  assert.match((await focused(tab)).label, /^Taha Zemmouri *CEO/);
  await tab.keyboard.press('r');
  const robin = await focused(tab);
  assert.match(robin.label, /^Robin Camarasa.*sous Samy Melaine, *lien déduit/);
  assert.equal(robin.level, '3');
  await tab.keyboard.press('ArrowLeft');
  assert.match((await focused(tab)).label, /^Samy Melaine *CTO/);
  await tab.keyboard.press('Tab');
  assert.equal(await tab.evaluate(() => document.activeElement.textContent), 'Samy Melaine', 'then its links');
  await tab.keyboard.press('Shift+Tab');
  await tab.keyboard.press('Enter');
  await arrived(tab, '/equipe/samy-melaine');
}

// The list of a small chart, with folds of our own: closing a branch that holds an open one loses nobody.
async function foldByKeys(tab) {
  const label = async () => (await focused(tab)).label;
  const open = async () => (await focused(tab)).open;
  await tab.route('**/organigramme', async route => {
    const answer = await route.fetch();
    const fold = name => `<details open><summary>${name}</summary><ul>`;
    const list = `<ul class="tree" data-name="Essai"><li><div class="at"><a href="/a">Une</a></div>${fold('deux')}<li><div class="at"><a href="/b">Deux</a></div>`
      + `${fold('trois')}<li><div class="at"><a href="/c">Trois</a></div></li></ul></details></li></ul></details></li><li><div class="at"><a href="/d">Quatre</a></div></li></ul>`;
    const body = (await answer.text()).replace(/<ul class="tree[^]*?<\/ul><\/section>/, `${list}</section>`);
    await route.fulfill({ response: answer, body });
  });
  await tab.goto('/organigramme');
  await tab.locator('#list [role=treeitem]').first().focus();
  await tab.keyboard.press('End');
  await becomes(label, 'Quatre');
  await tab.keyboard.press('ArrowUp');
  await becomes(label, 'Trois');
  await tab.locator('#list summary').first().click(); // the outer branch closes around the focus
  await becomes(() => focused(tab), { label: 'Une', level: '1', at: '1', of: '2', open: 'false' });
  await tab.keyboard.press('ArrowDown');
  await becomes(label, 'Quatre', 'on to the next one that is shown');
  await tab.keyboard.press('ArrowUp');
  await tab.keyboard.press('ArrowRight');
  await becomes(open, 'true');
  await tab.keyboard.press('ArrowRight');
  await becomes(label, 'Deux');
  await tab.keyboard.press('ArrowLeft');
  await becomes(open, 'false');
}

// Over five hundred places the list holds only what is unfolded, and links to the rest: each is the fold of its place.
async function doorByKeys(tab) {
  const place = (name, post, rest) => `<li><div class="at"><a href="/${name}">${name}</a> <a href="/organigramme/postes/${post}">${post}</a></div>${rest}</li>`;
  const more = '<span class="role more"><a href="/organigramme?ouvert=cto#d-cto">4 personnes rattachées, 82 en tout</a></span>';
  const below = `<details open><summary>une</summary><ul>${place('Deux', 'aide', '')}</ul></details>`;
  await tab.route('**/organigramme*', async route => {
    const answer = await route.fetch();
    const rest = route.request().url().includes('ouvert=cto') ? below : more;
    const list = `<ul class="tree" data-name="Essai">${place('Zéro', 'ceo', '')}${place('Une', 'cto', rest)}</ul>`;
    const body = (await answer.text()).replace(/<ul class="tree[^]*?<\/ul><\/section>/, `${list}</section>`);
    await route.fulfill({ response: answer, body });
  });
  await tab.goto('/organigramme');
  await tab.locator('#list [role=treeitem]').first().focus();
  await tab.keyboard.press('ArrowDown');
  const item = tab.locator('#list [role=treeitem]').nth(1);
  assert.equal(await item.getAttribute('aria-expanded'), 'false', 'something is folded away');
  assert.equal(await item.getAttribute('aria-description'), '4 personnes rattachées, 82 en tout');
  await tab.evaluate(AXE);
  const { violations } = await tab.evaluate(options => axe.run('#list', options), AXE_OPTIONS);
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].target}`), []);
  await tab.keyboard.press('ArrowRight');
  await tab.waitForURL(url => url.search === '?ouvert=cto');
  await becomes(async () => (await focused(tab)).label, 'Une cto', 'back at its place');
  assert.equal((await focused(tab)).open, 'true');
  await tab.keyboard.press('ArrowRight');
  await becomes(async () => (await focused(tab)).label, 'Deux aide');
}

async function zoom(tab) {
  await tab.goto('/organigramme/samy-melaine');
  const width = () => tab.locator('.orgh').evaluate(drawing => drawing.getBoundingClientRect().width);
  const before = await width();
  await tab.locator('.zoom button').first().click();
  assert.ok(await width() > before * 1.2, 'larger');
  await tab.locator('.pan').focus();
  await tab.keyboard.press('0');
  const room = await tab.locator('.pan').evaluate(pan => pan.clientWidth);
  assert.ok(await width() <= room, 'all of it');
}

async function withoutScript(tab) {
  await tab.goto('/organigramme/samy-melaine#ici');
  assert.equal(await tab.locator('#list [role]').count(), 0);
  assert.ok(await tab.locator('#ici').isVisible());
  assert.equal(await tab.locator('.zoom').count(), 0);
}
