// What comes out on paper: A4, without backgrounds, whatever the window and the scheme were. Nothing that a page says
// may be lost there, and a long table must stay readable.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';

const A4 = { format: 'A4', preferCSSPageSize: true, printBackground: false };
const WINDOWS = [{ width: 390, height: 844 }, { width: 1440, height: 900 }];
const LISTS = ['/missions', '/blog', '/produits', '/equipe', '/pratiques'];

export const PRINTED = [
  { name: 'Printing loses no text', options: {}, walk: printWhole },
  { name: 'Printing a long table', options: {}, walk: printTable },
  { name: 'Printing the chart', options: {}, walk: printChart },
  { name: 'Printing breaks where it may', options: {}, walk: printBreaks },
  { name: 'Printing a chart of which teams are folded', options: {}, walk: printFolded },
  { name: 'The same without a script', options: { javaScriptEnabled: false }, walk: printFolded },
];

// Of each list the page with the longest text, in the dark, from a narrow and a wide window.
async function printWhole(tab) {
  await tab.emulateMedia({ colorScheme: 'dark' });
  for (const list of LISTS) {
    const path = await longest(tab, list);
    if (!path) continue;
    for (const viewport of WINDOWS) {
      await tab.setViewportSize(viewport);
      await tab.goto(path);
      const blocks = await tab.evaluate(paperBlocks);
      assert.ok(blocks.length > 3, `${path} has a title and parts`);
      const text = squeeze((await printed(tab)).join(''));
      const lost = blocks.filter(block => !text.includes(squeeze(block)));
      assert.deepEqual(lost, [], `${path} from a window of ${viewport.width} px: not on paper`);
    }
  }
}

async function longest(tab, list) {
  const answer = await tab.goto(list);
  if (answer.status() !== 200) return null;
  const links = await tab.locator(`main a[href^="${list}/"]`).evaluateAll(links => links.map(link => link.pathname));
  const lengths = await Promise.all([...new Set(links)].slice(0, 20).map(async path => {
    const page = await tab.request.get(path);
    return { path, length: (await page.text()).length };
  }));
  return lengths.sort((a, b) => b.length - a.length)[0]?.path ?? null;
}

// The rows of the list, many times over: each sheet begins with the head, no row is on two of them.
async function printTable(tab) {
  await tab.goto('/missions');
  const heads = await tab.evaluate(() => {
    const body = document.querySelector('main table tbody');
    const rows = [...body.rows];
    for (let number = 1; number <= 80; number += 1) {
      const row = rows[number % rows.length].cloneNode(true);
      row.cells[0].prepend(`ligne${number}debut `);
      row.cells[row.cells.length - 1].append(` ligne${number}fin`);
      body.append(row);
    }
    rows.forEach(row => row.remove());
    return [...document.querySelectorAll('main table thead th')].map(head => head.textContent.trim());
  });
  const sheets = (await printed(tab)).map(squeeze);
  const holding = sheets.filter(sheet => /ligne\d+debut/.test(sheet));
  assert.ok(holding.length > 2, `80 rows fill several sheets, not ${holding.length}`);
  for (const [index, sheet] of holding.entries()) {
    const missing = heads.filter(head => !sheet.includes(squeeze(head)));
    assert.deepEqual(missing, [], `heads missing from sheet ${index + 1} of the table`);
  }
  for (let number = 1; number <= 80; number += 1) {
    const begins = sheets.findIndex(sheet => sheet.includes(`ligne${number}debut`));
    const ends = sheets.findIndex(sheet => sheet.includes(`ligne${number}fin`));
    assert.ok(begins >= 0 && begins === ends, `row ${number} begins on sheet ${begins + 1}, ends on ${ends + 1}`);
  }
}

// Sixty people: scaled to the sheet or printed as a list, nobody lost, nothing cut at the right.
async function printChart(tab) {
  await tab.emulateMedia({ colorScheme: 'dark' });
  for (const viewport of WINDOWS) {
    await tab.setViewportSize(viewport);
    await tab.goto('/organigramme?ouvert=tout');
    const names = await tab.locator('#list .at > a:not(.src)').allTextContents();
    const wide = await tab.emulateMedia({ media: 'print' }).then(() => tab.evaluate(() => {
      const room = document.documentElement.clientWidth;
      return [...document.querySelectorAll('#chart svg')].filter(svg => svg.checkVisibility() && svg.getBoundingClientRect().width > room + 1).length;
    }));
    assert.equal(wide, 0, 'the drawing is as wide as the sheet at most');
    await tab.emulateMedia({ media: null });
    const text = squeeze((await printed(tab)).join(''));
    const lost = names.filter(name => !text.includes(squeeze(name)));
    assert.deepEqual(lost, [], `from a window of ${viewport.width} px`);
  }
}

// Of an editor’s pages every heading, cell and value of a field.
export async function printOwn(tab) {
  for (const path of ['/edition/missions/michel-condemine', '/edition/missions/michel-condemine/historique']) {
    await tab.goto(path);
    const text = squeeze((await printed(tab)).join(''));
    const wanted = await tab.locator('main :is(h1, h2, td):not(.rail *, .sr, .sr *, :has(.acts, .pickr))').allTextContents();
    const values = await tab.locator('main textarea, main input.in').evaluateAll(all => all.map(field => field.value).filter(Boolean));
    for (const part of [...wanted, ...values]) assert.ok(text.includes(squeeze(part)), `${path}: « ${part} » is not on paper`);
  }
}

// Headings stay with what they head; rows, figures and facts stay whole; no bar is fixed over the lines.
async function printBreaks(tab) {
  await tab.goto(await longest(tab, '/missions'));
  await tab.emulateMedia({ media: 'print' });
  const broken = await tab.evaluate(() => {
    const style = element => getComputedStyle(element);
    const all = selector => [...document.querySelectorAll(selector)];
    const name = element => `${element.localName} « ${element.textContent.trim().slice(0, 30)} »`;
    return [
      ...all('main h2, main h3').filter(heading => style(heading).breakAfter !== 'avoid'),
      ...all('tr, .fig, .facts > div, .people li').filter(whole => style(whole).breakInside !== 'avoid'),
      ...all('body *').filter(bar => ['fixed', 'sticky'].includes(style(bar).position)),
    ].map(name);
  });
  assert.deepEqual(broken, []);
}

// The list of a small chart, with folds of our own; whoever is in one is on paper, and no sheet is empty.
async function printFolded(tab) {
  for (const viewport of WINDOWS) {
    await tab.setViewportSize(viewport);
    await tab.route('**/organigramme', async route => {
      const answer = await route.fetch();
      const folded = name => `<details><summary>${name}</summary><ul><li><div class="at"><a href="/x">Repliée ${name}</a></div></li></ul></details>`;
      const list = `<ul class="tree" data-name="Essai"><li><div class="at"><a href="/a">Une</a></div>${folded('une')}</li><li><div class="at"><a href="/b">Deux</a></div>${folded('deux')}</li></ul>`;
      const body = (await answer.text()).replace(/<ul class="tree[^]*?<\/ul><\/section>/, `${list}</section>`);
      await route.fulfill({ response: answer, body });
    });
    await tab.goto('/organigramme');
    const sheets = await printed(tab);
    const text = squeeze(sheets.join(''));
    for (const name of ['Repliée une', 'Repliée deux']) assert.ok(text.includes(squeeze(name)), `${name} is on paper`);
    const empty = sheets.flatMap((sheet, n) => sheet.trim() === '' ? [n + 1] : []);
    assert.deepEqual(empty, [], `of ${sheets.length} sheets these are empty`);
  }
}

// The text of each sheet. Needs poppler's pdftotext, which tests/run installs.
async function printed(tab) {
  const pdf = await tab.pdf(A4);
  // as it was drawn, which keeps together what belongs together; by lines, columns would run into each other
  try {
    return execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' }).split('\f').slice(0, -1);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    throw new Error('pdftotext is missing: install poppler-utils.');
  }
}

// Runs in the page: the text of every heading, paragraph, item, term and cell of the content, shown now or not; but
// for what paper has no use for (controls, neighbours) and what is said in another way for another width.
function paperBlocks() {
  const BLOCKS = 'h1, h2, h3, h4, h5, p, li, dt, dd, th, td, figcaption, caption, blockquote, pre';
  const LEFT_OUT = '.acts, .tools, .tools2, .rail, .tabs, .turn, .pager, .bar form, .sr, .narrow, .phone, .orgv, svg';
  const blocks = [...document.querySelectorAll('main :is(' + BLOCKS + ')')];
  const inner = blocks.filter(block => !block.querySelector(BLOCKS) && !block.closest(LEFT_OUT));
  return inner.map(block => {
    const copy = block.cloneNode(true);
    copy.querySelectorAll(LEFT_OUT).forEach(part => part.remove());
    return copy.textContent.trim();
  }).filter(text => text !== '');
}

// Lines break elsewhere on paper.
function squeeze(text) {
  return text.normalize('NFKC').replace(/[\s\u00ad-]/g, '').toLowerCase();
}
