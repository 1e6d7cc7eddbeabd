// What every page must meet, on a phone and on a wide screen, light and dark: accessible by axe's rules, nothing
// wider than the screen, nothing wrong in the console.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE_OPTIONS = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
  preload: false,
};
const MODES = [320, 1440].flatMap(width => ['light', 'dark'].map(scheme => ({ width, scheme })));

// Opens the page once and then resizes it, to be quick.
export async function checkPage(context, origin, path, report) {
  const tab = await context.newPage();
  const noise = listen(tab);
  for (const [index, { width, scheme }] of MODES.entries()) {
    await tab.setViewportSize({ width, height: 900 });
    await tab.emulateMedia({ colorScheme: scheme });
    if (index === 0) {
      await tab.goto(origin + path, { waitUntil: 'load' });
      await tab.evaluate(AXE);
    }
    const place = `${path} at ${width} px, ${scheme}`;
    report.check(`${place}, axe`, await violations(tab));
    report.check(`${place}, width`, await tab.evaluate(tooWide));
  }
  report.check(`${path}, console`, noise);
  await tab.close();
}

function listen(tab) {
  const noise = [];
  tab.on('console', message => {
    if (message.type() === 'error') noise.push(`${message.text()} (${message.location().url})`);
  });
  tab.on('pageerror', error => noise.push(`script: ${error.message}`));
  tab.on('requestfailed', request => noise.push(`${request.url()} failed: ${request.failure()?.errorText}`));
  return noise;
}

async function violations(tab) {
  const result = await tab.evaluate(options => axe.run(document, options), AXE_OPTIONS);
  return result.violations.map(({ id, help, helpUrl, nodes }) => {
    const { target, any } = nodes[0];
    const detail = any[0] ? ` (${any[0].message})` : '';
    return `${id} on ${nodes.length} × ${target.join(' ')}: ${help}${detail}; see ${helpUrl.replace(/[?].*/, '')}`;
  });
}

// Runs in the page. Whatever scrolls by itself (`.roll`, a `pre`) may hold wide content, and what is only for screen
// readers is one pixel wide; the rest must end before the screen does.
function tooWide() {
  const screen = document.documentElement.clientWidth;
  const holds = box => /auto|scroll/.test(getComputedStyle(box).overflowX) || box.clientWidth <= 1;
  const isHeld = element => {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
      if (holds(box)) return true;
    }
    return false;
  };
  const outside = [...document.body.querySelectorAll('*')].filter(element => {
    const { right, width, height } = element.getBoundingClientRect();
    return right > screen + 1 && width > 0 && height > 0 && !element.ownerSVGElement
      && element.checkVisibility({ visibilityProperty: true }) && !isHeld(element);
  });
  const problems = outside.filter(element => !outside.includes(element.parentElement)).map(element => {
    const right = Math.round(element.getBoundingClientRect().right);
    const name = element.localName + [...element.classList].map(word => `.${word}`).join('');
    return `${name} ends at ${right} px: let it wrap, or put it into .roll`;
  });
  const { scrollWidth } = document.documentElement;
  const scrolls = problems.length === 0 && scrollWidth > screen;
  return scrolls ? [`the page scrolls sideways (${scrollWidth} px wide)`] : problems;
}
