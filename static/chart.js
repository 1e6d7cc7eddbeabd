// The chart: keys for its list (the tree view of the ARIA Authoring Practices), zoom and pan for its drawing.
// Without it the list is a list with folds, and the drawing scrolls.
'use strict';
(() => {
  const tree = document.querySelector('#list > .tree');
  const pan = document.querySelector('#chart .pan');
  if (tree) walk(tree);
  if (pan && pan.firstElementChild) zoom(pan, pan.firstElementChild, document.getElementById('chart').dataset);

  // paper folds nothing
  let folded = [];
  addEventListener('beforeprint', () => {
    folded = [...document.querySelectorAll('details:not([open])')];
    folded.forEach((fold) => { fold.open = true; });
  });
  addEventListener('afterprint', () => { folded.forEach((fold) => { fold.open = false; }); });

  function walk(tree) {
    const items = [...tree.querySelectorAll('.at')];
    const fold = (item) => item.parentElement.querySelector(':scope > details');
    const above = (item) => item.parentElement.parentElement.closest('li')?.querySelector(':scope > .at') ?? null;
    // of a large chart, what is below is behind a link
    const door = (item) => item.parentElement.querySelector(':scope > .more > a');
    const links = (item) => [...item.querySelectorAll('a')];
    const children = new Map([[null, []]]);
    items.forEach((item) => children.set(item, []));
    items.forEach((item) => children.get(above(item)).push(item));
    const isShown = (item) => {
      for (let up = above(item); up; up = above(up)) if (fold(up) && !fold(up).open) return false;
      return true;
    };
    const shown = () => items.filter(isShown);
    const set = (item, open) => { fold(item).open = open; item.setAttribute('aria-expanded', open); };

    tree.setAttribute('role', 'tree');
    tree.setAttribute('aria-label', tree.dataset.name);
    tree.querySelectorAll('ul').forEach((list) => list.setAttribute('role', 'group'));
    tree.querySelectorAll('li').forEach((row) => row.setAttribute('role', 'none'));
    tree.querySelectorAll('summary, a').forEach((inside) => { inside.tabIndex = -1; });
    // its words are the description of its item, and a tree holds nothing but items
    tree.querySelectorAll('summary, .more').forEach((inside) => { inside.setAttribute('aria-hidden', 'true'); });
    for (const item of items) {
      const mates = children.get(above(item));
      let level = 1;
      for (let up = above(item); up; up = above(up)) level += 1;
      const says = { role: 'treeitem', 'aria-level': level,
        'aria-posinset': mates.indexOf(item) + 1, 'aria-setsize': mates.length };
      for (const name in says) item.setAttribute(name, says[name]);
      item.tabIndex = -1;
      const folds = fold(item), more = door(item);
      if (more) {
        item.setAttribute('aria-expanded', false);
        item.setAttribute('aria-description', more.textContent);
      }
      if (!folds) continue;
      item.setAttribute('aria-expanded', folds.open);
      item.setAttribute('aria-description', folds.firstElementChild.textContent);
      folds.addEventListener('toggle', () => {
        item.setAttribute('aria-expanded', folds.open);
        if (!folds.open && folds.contains(document.activeElement)) go(item);
        else if (current && !isShown(current)) choose(item);
      });
    }
    let current = null;
    // one stop of the Tab key, then the links of that place
    const choose = (item) => {
      if (current) [current, ...links(current)].forEach((stop) => { stop.tabIndex = -1; });
      current = item;
      [item, ...links(item)].forEach((stop) => { stop.tabIndex = 0; });
    };
    const go = (item) => { choose(item); item.focus(); };
    if (items.length) choose(tree.querySelector('#ici > .at') || items[0]);
    // a door that was opened by keyboard leads back to its place
    const [, post] = location.hash.match(/^#l-([\w-]+)$/) || [];
    const opened = post && tree.querySelector(`.at a[href$="/postes/${post}"]`)?.closest('.at');
    if (opened) go(opened);
    tree.addEventListener('focusin', (event) => {
      const item = event.target.closest('.at');
      if (item && item !== current) choose(item);
    });

    let typed = '', at = 0;
    const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    const find = (key) => {
      typed = Date.now() - at < 700 ? typed + plain(key) : plain(key);
      at = Date.now();
      const all = shown(), start = all.indexOf(current) + (typed.length > 1 ? 0 : 1);
      const found = [...all.slice(start), ...all.slice(0, start)]
        .find((item) => plain(item.textContent.trim()).startsWith(typed));
      if (found) go(found);
    };
    tree.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target !== current) return;
      const all = shown(), here = all.indexOf(current), folds = fold(current);
      const moves = {
        ArrowDown: () => all[here + 1], ArrowUp: () => all[here - 1], Home: () => all[0], End: () => all.at(-1),
        ArrowRight: () => {
          const more = door(current);
          if (more) location.assign(more.href.replace('#d-', '#l-'));
          else if (!folds || folds.open) return children.get(current)[0];
          else set(current, true);
        },
        ArrowLeft: () => {
          if (!folds || !folds.open) return above(current);
          set(current, false);
        },
        Enter: () => { const [link] = links(current); if (link) link.click(); else if (folds) set(current, !folds.open); },
        '*': () => children.get(above(current)).forEach((mate) => { if (fold(mate)) set(mate, true); }),
      };
      const move = moves[event.key];
      if (move) {
        const next = move();
        if (next) go(next);
      } else if (event.key.length === 1 && event.key.trim()) find(event.key);
      else return;
      event.preventDefault();
    });
  }

  function zoom(pan, drawing, words) {
    const width = Number(drawing.getAttribute('width')), height = Number(drawing.getAttribute('height'));
    const fitting = () => Math.min(1, pan.clientWidth / width);
    let scale = null;
    // around a point of the pan, its middle unless told
    const set = (wanted, x = pan.clientWidth / 2, y = pan.clientHeight / 2) => {
      const before = drawing.getBoundingClientRect().width / width;
      scale = Math.min(3, Math.max(0.1, wanted));
      const [left, top] = [(pan.scrollLeft + x) / before, (pan.scrollTop + y) / before];
      drawing.classList.add('wide');
      drawing.setAttribute('width', Math.round(width * scale));
      drawing.setAttribute('height', Math.round(height * scale));
      pan.scrollTo(left * scale - x, top * scale - y);
    };
    const now = () => scale ?? drawing.getBoundingClientRect().width / width;
    const acts = [[words.larger, '+', () => set(now() * 1.25)], [words.smaller, '−', () => set(now() / 1.25)],
      [words.fit, words.fitDo, () => set(fitting())]];
    const bar = document.createElement('div');
    bar.className = 'zoom';
    for (const [name, sign, act] of acts) {
      const button = document.createElement('button');
      Object.assign(button, { type: 'button', className: sign.length > 1 ? 'btn' : 'btn sq', textContent: sign });
      button.setAttribute('aria-label', name);
      button.addEventListener('click', act);
      bar.append(button);
    }
    pan.before(bar);
    pan.addEventListener('keydown', ({ key, ctrlKey, metaKey }) => {
      if (ctrlKey || metaKey) return;
      if (key === '+') acts[0][2](); else if (key === '-') acts[1][2](); else if (key === '0') acts[2][2]();
    });
    pan.addEventListener('wheel', (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const box = pan.getBoundingClientRect();
      set(now() * Math.exp(-event.deltaY / 400), event.clientX - box.left, event.clientY - box.top);
    }, { passive: false });
    let from = null, dragged = false;
    pan.addEventListener('pointerdown', (event) => {
      if (event.button || event.pointerType !== 'mouse') return;
      from = [event.clientX + pan.scrollLeft, event.clientY + pan.scrollTop];
      dragged = false;
    });
    addEventListener('pointermove', (event) => {
      if (!from) return;
      const [x, y] = [from[0] - event.clientX, from[1] - event.clientY];
      dragged ||= Math.abs(x - pan.scrollLeft) + Math.abs(y - pan.scrollTop) > 6;
      if (dragged) pan.scrollTo(x, y);
    });
    addEventListener('pointerup', () => { from = null; });
    pan.addEventListener('click', (event) => { if (dragged) event.preventDefault(); }, true);
    pan.addEventListener('dragstart', (event) => event.preventDefault());
    const marked = drawing.querySelector('.f-acc');
    if (!marked) pan.scrollLeft = (pan.scrollWidth - pan.clientWidth) / 2;
    else {
      // whoever opens the page of somebody sees them where the drawing is; a link may say where else to begin
      addEventListener('load', () => setTimeout(() => {
        // of two drawings the one that this page is wide enough for
        const box = [...document.querySelectorAll('#chart .f-acc')].find((one) => one.getBoundingClientRect().height);
        if (!box || location.hash) return;
        const { top, bottom } = box.getBoundingClientRect();
        if (top < 0 || bottom > innerHeight) box.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      }));
      const [box, mark] = [pan.getBoundingClientRect(), marked.getBoundingClientRect()];
      pan.scrollTo(mark.left + mark.width / 2 - box.left - box.width / 2, mark.top - box.top - box.height / 2);
    }
  }
})();
