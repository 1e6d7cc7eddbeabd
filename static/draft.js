// Drafts. Keeps what is typed on the portal while one types, says so only when it is so, and says at once when it is
// not. What the portal cannot keep stays in this browser, and goes there with the next page of the editors that opens.
(() => {
  'use strict';
  const WAIT = 1500; // after the last key
  const AGAIN = 10_000;
  const PATIENCE = 8_000; // with a portal that takes a request and does not answer
  const OLD = 60 * 86_400_000; // as the portal forgets drafts that nobody kept on purpose
  const found = document.getElementById('retrouve');
  if (!found) return;
  const form = document.querySelector('form.form');
  const line = document.getElementById('garde');
  const PREFIX = `brouillon.${found.dataset.account}.`;

  // What this browser keeps, of this account alone.
  const here = {
    put(id, to, body, isOnItsWay = false) {
      try {
        localStorage.setItem(PREFIX + id, JSON.stringify({ to, body, at: Date.now(), isOnItsWay }));
        return true;
      } catch { return false; }
    },
    drop(id) {
      try { localStorage.removeItem(PREFIX + id); } catch { /* there is none */ }
    },
    all() {
      try {
        return Object.keys(localStorage).filter(key => key.startsWith(PREFIX)).map(key => {
          let kept = null;
          try { kept = JSON.parse(localStorage.getItem(key)); } catch { /* not ours */ }
          return { id: key.slice(PREFIX.length), ...kept };
        });
      } catch { return []; }
    },
  };

  // Gives { kept, over, said }; nothing is said where it did not arrive, and `why` is `lapsed` or `offline`.
  async function send(to, body, { stop = new AbortController(), ...options } = {}) {
    let answer;
    const late = setTimeout(() => stop.abort('late'), PATIENCE);
    try {
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' };
      answer = await fetch(to, { method: 'POST', body, headers, credentials: 'same-origin', redirect: 'error', signal: stop.signal, ...options });
      if ((answer.headers.get('content-type') ?? '').startsWith('application/json')) {
        return await answer.json();
      }
    } catch { return { kept: false, why: 'offline' }; } finally { clearTimeout(late); }
    const { status } = answer;
    if (status === 413) return { kept: false, said: line?.dataset.long };
    return { kept: false, why: status === 401 || status === 403 ? 'lapsed' : 'offline', gone: status === 404 };
  }

  // What did not arrive before does now, as a draft among others; what was saved all the same is forgotten.
  async function bring(but) {
    for (const { id, to, body, at, isOnItsWay } of here.all()) {
      if (id === but || isOnItsWay && Date.now() - at < 2 * PATIENCE) continue; // another tab waits for its answer
      if (!body || !to?.startsWith('/') || Date.now() - at > OLD) { here.drop(id); continue; }
      const answer = await send(to, body);
      if (answer.kept || answer.over || answer.gone) here.drop(id);
      if (!answer.kept) continue;
      found.querySelector('a').href = `${to}?brouillon=${id}`;
      found.hidden = false;
    }
  }

  // its text has arrived by a button, whatever this browser kept of it meanwhile
  if (form?.dataset.kept) here.drop(form.dataset.kept);
  if (!form || !line) { bring(null); return; }

  const to = form.getAttribute('action');
  const own = form.elements.namedItem('draft');
  const words = line.dataset;
  let leaving = false;
  let flying = null;
  let timer = 0;

  function typed() {
    const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string'));
    body.set('do', 'background');
    return body.toString();
  }

  let last = typed(); // what the portal has, or what it gave
  let refused = ''; // what it will not keep as it is
  let lost = ''; // what did not arrive: tried again, it is still for the next page to bring

  function say(text, is) {
    if (line.textContent !== text) line.textContent = text;
    line.classList.toggle('lost', is);
  }

  async function keep() {
    clearTimeout(timer);
    const body = typed();
    if (flying || leaving || body === last || body === refused) return;
    flying = new AbortController();
    if (body !== lost) here.put(own.value, to, body, true);
    const answer = await send(to, body, { stop: flying });
    const hasLeft = flying.signal.reason === 'left';
    flying = null;
    if (hasLeft) return;
    if (answer.kept) {
      last = body;
      here.drop(own.value);
      say(answer.said, false);
      if (typed() !== body) later();
      return;
    }
    if (answer.said) refused = body;
    lost = typed();
    const isHere = here.put(own.value, to, lost);
    say([answer.said ?? words[answer.why], isHere ? words.here : words.nowhere].join(' '), true);
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(keep, WAIT);
  }

  // Another form from here on: the one before has been sent.
  function renew() {
    const former = own.value;
    const fresh = () => {
      const b = crypto.getRandomValues(new Uint8Array(16));
      b[6] = b[6] & 15 | 64;
      b[8] = b[8] & 63 | 128;
      const hex = [...b].map(n => n.toString(16).padStart(2, '0')).join('');
      return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    };
    let resumed = form.elements.namedItem('resumed');
    if (!resumed) {
      resumed = Object.assign(document.createElement('input'), { type: 'hidden', name: 'resumed' });
      own.after(resumed);
    }
    resumed.value = former;
    own.value = fresh();
    form.elements.namedItem('once').value = fresh();
    last = typed();
  }

  if ('unkept' in form.dataset) {
    here.drop(own.value);
    last = '';
  }
  function changed() {
    if (flying) here.put(own.value, to, typed(), true);
    later();
  }

  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  setInterval(keep, AGAIN); // what was offline, and what another script changed
  addEventListener('online', keep);
  document.addEventListener('visibilitychange', () => { if (document.hidden) keep(); });
  form.addEventListener('submit', event => {
    setTimeout(() => {
      if (event.defaultPrevented) return;
      leaving = true;
      clearTimeout(timer);
      flying?.abort('left');
    });
    // should it not arrive; the next page forgets it if it did
    if (typed() !== last) here.put(own.value, to, typed());
  });
  addEventListener('beforeunload', event => {
    if (leaving || typed() === last || here.put(own.value, to, typed())) return;
    event.preventDefault();
  });
  addEventListener('pagehide', () => {
    if (leaving || typed() === last) return;
    here.put(own.value, to, typed());
    send(to, typed(), { keepalive: true });
  });
  addEventListener('pageshow', event => {
    if (!event.persisted) return;
    if (leaving) renew();
    leaving = false;
  });
  bring(own.value).then(later);
})();
