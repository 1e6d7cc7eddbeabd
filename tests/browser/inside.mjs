// What is asked inside a page: these functions are sent to the browser and know nothing but the page.

// Whatever scrolls by itself (`.roll`, a `pre`) may hold wide content, and what is only for screen readers is one
// pixel wide; the rest must end before the screen does.
export function tooWide() {
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

// Links to a place of this page that is not there.
export function deadFragments() {
  const names = [...document.querySelectorAll('a[href^="#"]')].map(link => link.getAttribute('href').slice(1));
  const dead = names.filter(name => !document.getElementById(decodeURIComponent(name)));
  return [...new Set(dead)].map(name => `#${name} leads nowhere: mend the link or give the part its id`);
}

// Every text of the content that is long enough to belong to a language (three words: shorter ones may be names, or
// alike in both), with the language that it is marked as: in elements, figures, and what is only read out.
export function texts() {
  const found = [];
  const add = (text, element) => {
    const words = text.replace(/\s+/g, ' ').trim();
    if (words.split(' ').filter(word => /\p{Letter}{2}/u.test(word)).length < 3) return;
    const named = element.closest('[id]');
    const where = element.localName + (named ? ` of #${named.id}` : '');
    found.push({ text: words, lang: element.closest('[lang]').getAttribute('lang'), where });
  };
  const main = document.querySelector('main');
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) add(walker.currentNode.data, walker.currentNode.parentElement);
  for (const name of ['aria-label', 'title', 'alt', 'placeholder']) {
    for (const element of main.querySelectorAll(`[${name}]`)) add(element.getAttribute(name), element);
  }
  return found;
}
