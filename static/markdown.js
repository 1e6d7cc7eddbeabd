// A text in Markdown, quicker: tools and keys put the marks around what is chosen, and the preview is drawn while one
// types, by the portal itself, so that it is what the page will show.
(() => {
  'use strict';
  const PAUSE = 350; // ms without a key before the preview is drawn
  // what stands before and after, and what is put in where nothing is chosen
  const AROUND = { bold: ['**', '**'], italic: ['*', '*'], code: ['`', '`'], link: ['[', '](https://)'] };
  const BEFORE = { heading: '## ', list: '- ', quote: '> ' };
  const KEYS = { b: 'bold', i: 'italic', k: 'link' };

  document.querySelectorAll('[data-markdown]').forEach(equip);
  document.addEventListener('redrawn', event => event.detail.querySelectorAll('[data-markdown]').forEach(equip));

  function equip(box) {
    const text = box.querySelector('textarea');
    const tools = box.querySelector('[role="group"]');
    tools.hidden = false;
    tools.addEventListener('click', event => {
      const tool = event.target.closest('[data-mark]');
      if (tool) put(text, tool.dataset.mark);
    });
    text.addEventListener('keydown', event => {
      const mark = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && KEYS[event.key.toLowerCase()];
      if (!mark) return;
      event.preventDefault();
      put(text, mark);
    });
    let timer = 0;
    text.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => draw(box, text), PAUSE);
    });
    // a link of the preview must not lead away from what is typed
    box.querySelector('[data-preview]').addEventListener('click', event => {
      const link = event.target.closest('a[href]');
      if (!link || link.getAttribute('href').startsWith('#')) return;
      event.preventDefault();
      open(link.href, '_blank', 'noopener');
    });
  }

  function put(text, mark) {
    const { selectionStart: from, selectionEnd: to, value } = text;
    text.focus();
    if (BEFORE[mark]) {
      const start = value.lastIndexOf('\n', from - 1) + 1;
      const lines = value.slice(start, to).split('\n').map(line => toggled(line, BEFORE[mark]));
      return write(text, start, to, lines.join('\n'));
    }
    const [before, after] = AROUND[mark];
    const chosen = value.slice(from, to);
    write(text, from, to, before + chosen + after);
    const at = mark === 'link' && chosen ? from + before.length + chosen.length + 2 : from + before.length;
    text.setSelectionRange(at, mark === 'link' && chosen ? at + 'https://'.length : at + chosen.length);
    return undefined;
  }

  function toggled(line, sign) {
    return line.startsWith(sign) ? line.slice(sign.length) : sign + line;
  }

  // as if it had been typed: it can be undone, and whoever listens hears of it
  function write(text, from, to, words) {
    text.setSelectionRange(from, to);
    if (!document.execCommand('insertText', false, words)) {
      text.setRangeText(words, from, to, 'end');
      text.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }

  async function draw(box, text) {
    const asked = text.value;
    const body = new URLSearchParams({ field: text.name, text: asked });
    const answer = await fetch('/edition/apercu', { method: 'POST', body, credentials: 'same-origin' }).catch(() => null);
    // an answer to what has been changed since is no answer; without one the last preview stays
    if (answer?.ok && text.value === asked) box.querySelector('[data-preview]').innerHTML = await answer.text();
  }
})();
