// What every page must meet. In French on a phone and on a wide screen, light and dark: accessible by axe's rules,
// nothing wider than the screen, nothing wrong in the console. In both languages: valid HTML. In English: accessible,
// and content that stays French says so.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { deadFragments, texts, tooWide } from './inside.mjs';
import { invalid } from './markup.mjs';

export const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const AXE_OPTIONS = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
  preload: false,
};
const WIDTHS = [320, 1440];
const SCHEMES = ['light', 'dark'];
// colours that fade after a change of scheme would be measured half-way
const SETTLED = { reducedMotion: 'reduce' };

// One tab per language, kept from page to page: opening one takes as long as a check.
export class Reader {
  #origin;
  #report;
  #french;
  #english;

  // `cookies` are those of whoever reads; none: a stranger.
  static async open(browser, origin, report, cookies = []) {
    const reader = new Reader();
    reader.#origin = origin;
    reader.#report = report;
    reader.#french = await tab(browser, { locale: 'fr-FR' });
    reader.#english = await tab(browser, { locale: 'en-GB' });
    await reader.#french.tab.context().addCookies(cookies);
    await reader.#english.tab.context().addCookies([...cookies, { name: 'langue', value: 'en', url: origin }]);
    return reader;
  }

  async check(path) {
    const french = await this.#inFrench(path);
    await this.#inEnglish(path, french);
  }

  // Loads the page once and then resizes it. Gives the texts that it shows.
  async #inFrench(path) {
    const { tab } = this.#french;
    await tab.setViewportSize({ width: WIDTHS[0], height: 900 });
    await this.#load(this.#french, path, 'fr');
    for (const width of WIDTHS) {
      await tab.setViewportSize({ width, height: 900 });
      this.#report.check(`${path} at ${width} px, width`, await tab.evaluate(tooWide));
      for (const colorScheme of SCHEMES) {
        await tab.emulateMedia({ colorScheme });
        this.#report.check(`${path} at ${width} px, ${colorScheme}, axe`, await violations(tab));
      }
    }
    this.#report.check(`${path}, links within the page`, await tab.evaluate(deadFragments));
    this.#report.check(`${path}, console`, this.#french.noise.splice(0));
    return new Set((await tab.evaluate(texts)).map(({ text }) => text));
  }

  async #inEnglish(path, french) {
    const { tab, noise } = this.#english;
    await this.#load(this.#english, path, 'en');
    this.#report.check(`${path} in English, axe`, await violations(tab));
    const shown = await tab.evaluate(texts);
    const unmarked = shown.filter(({ text, lang }) => lang !== 'fr' && french.has(text));
    this.#report.check(`${path} in English, lang`, unmarked.map(({ text, where }) =>
      `« ${text} » in ${where} is the same in French: say lang="fr" there, or translate it`));
    this.#report.check(`${path} in English, console`, noise.splice(0));
  }

  async #load({ tab, noise }, path, language) {
    noise.length = 0;
    const answer = await tab.goto(this.#origin + path, { waitUntil: 'load' });
    const problems = await invalid(await answer.text());
    const lang = await tab.evaluate(() => document.documentElement.lang);
    if (lang !== language) problems.push(`html lang is ${lang}`);
    this.#report.check(`${path} in ${language}, HTML`, problems);
    await tab.evaluate(AXE);
  }

  async close() {
    await this.#french.tab.context().close();
    await this.#english.tab.context().close();
  }
}

async function tab(browser, options) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options, ...SETTLED });
  const tab = await context.newPage();
  const noise = [];
  tab.on('console', message => {
    if (message.type() === 'error') noise.push(`${message.text()} (${message.location().url})`);
  });
  tab.on('pageerror', error => noise.push(`script: ${error.message}`));
  tab.on('requestfailed', request => noise.push(`${request.url()} failed: ${request.failure()?.errorText}`));
  return { tab, noise };
}

async function violations(tab) {
  const result = await tab.evaluate(options => axe.run(document, options), AXE_OPTIONS);
  return result.violations.map(({ id, help, helpUrl, nodes }) => {
    const { target, any } = nodes[0];
    const detail = any[0] ? ` (${any[0].message})` : '';
    return `${id} on ${nodes.length} × ${target.join(' ')}: ${help}${detail}; see ${helpUrl.replace(/[?].*/, '')}`;
  });
}
