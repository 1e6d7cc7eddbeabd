// The form of a document, quicker. Each button of a row posts the form as it does without this script; here the answer
// changes only the part in which the button stands, so that the place and the focus stay. Ctrl+S saves; a form is sent
// once.
(() => {
  'use strict';
  const form = document.querySelector('form.form[data-busy]');
  if (!form) return;
  const status = document.getElementById('did');
  // what is said once a button has done its work
  const DONE = { add: 'add', up: 'move', down: 'move', remove: 'remove', keep: 'keep' };
  let waiting = false;

  form.addEventListener('click', event => {
    const button = event.target.closest('button[name="do"]');
    const [list, verb] = button ? verbOf(button.value) : [];
    if (!list) return;
    event.preventDefault();
    press(button, verb);
  });

  form.addEventListener('submit', event => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = 'yes';
    const button = form.querySelector('.dock .main');
    if (event.submitter?.value !== 'save') return undefined;
    // after the form has been read: a button that is off is not sent
    setTimeout(() => busy(button, true));
    return undefined;
  });

  // back from the page that followed, by the browser's own copy of this one
  addEventListener('pageshow', event => {
    if (!event.persisted) return;
    delete form.dataset.sent;
    busy(form.querySelector('.dock .main'), false);
  });

  document.addEventListener('keydown', event => {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    if (!form.dataset.sent) form.requestSubmit(form.querySelector('.dock .main'));
  });

  // `phases.add`, `team.up.robin-camarasa`, `preview body`, `take client BioMéca`
  function verbOf(value) {
    const row = value.match(/^(.+)\.(?:(add)|(up|down|remove|keep)\.[^.]+)$/);
    if (row) return [row[1], row[2] ?? row[3]];
    return /^(?:take|preview|link) /.test(value) ? [value, ''] : [];
  }

  async function press(button, verb) {
    if (waiting) return;
    waiting = true;
    try {
      // a file stays chosen in its field, which is not drawn anew
      const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string'));
      body.set('do', button.value);
      const answer = await fetch(form.action, { method: 'POST', body, credentials: 'same-origin' });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const part = button.closest('.sec');
      const fresh = page.getElementById(part.id);
      // the session has ended, or the page is another: as without a script
      if (![200, 422].includes(answer.status) || !fresh) {
        waiting = false;
        return plain(button);
      }
      part.replaceWith(fresh);
      focus(fresh);
      status.textContent = '';
      status.textContent = status.dataset[DONE[verb]] ?? '';
      form.dispatchEvent(new Event('input', { bubbles: true }));
      form.dispatchEvent(new CustomEvent('redrawn', { bubbles: true, detail: fresh }));
    } catch {
      say(form.dataset.away);
    } finally {
      waiting = false;
    }
    return undefined;
  }

  function plain(button) {
    const pressed = document.createElement('input');
    Object.assign(pressed, { type: 'hidden', name: 'do', value: button.value });
    form.append(pressed);
    form.submit();
  }

  function focus(part) {
    const wanted = part.querySelector('[autofocus]') ?? part.querySelector('[aria-invalid]');
    wanted?.focus();
    wanted?.scrollIntoView({ block: 'nearest' });
  }

  function busy(button, is) {
    button.disabled = is;
    if (is) button.dataset.words = button.textContent;
    button.textContent = is ? form.dataset.busy : button.dataset.words;
    if (is) status.textContent = form.dataset.busy;
  }

  // a message that stays until the next button
  function say(words) {
    document.getElementById('away')?.remove();
    const band = document.createElement('div');
    Object.assign(band, { id: 'away', className: 'band err', textContent: words });
    band.setAttribute('role', 'alert');
    form.querySelector('.dock').before(band);
  }
})();
