// Passkeys. A form with data-passkey="enter" or "add" asks the portal for a challenge (its address and `/defi`), the
// device for an answer, and is then sent with it in the field `credential`. Where a field offers keys to fill in
// (autocomplete="… webauthn"), one can also enter from there.
(() => {
  'use strict';
  const FRESH = 4 * 60 * 1000; // the portal forgets a challenge after five minutes
  // which of the form's messages an error is
  const WORDS = { NotAllowedError: 'cancelled', AbortError: 'cancelled', InvalidStateError: 'known', Wait: 'wait' };
  const forms = [...document.querySelectorAll('form[data-passkey]')];
  const field = document.querySelector('input[autocomplete~="webauthn"]');
  let offered = null; // the request behind the field
  let since = 0; // when it was made
  let turn = Promise.resolve();

  const bytes = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0));
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

  const keys = list => (list ?? []).map(key => ({ ...key, id: bytes(key.id) }));

  // One after the other: the last challenge is the one whose cookie the browser keeps.
  function challenge(form) {
    turn = turn.catch(() => {}).then(() => fetched(form));
    return turn;
  }

  async function fetched(form) {
    const answer = await fetch(`${form.getAttribute('action')}/defi`, { method: 'POST', credentials: 'same-origin' });
    if (answer.redirected) { // the portal wants a proof first
      location.assign(answer.url);
      return new Promise(() => {});
    }
    if (answer.status === 401) { // the session has ended
      location.reload();
      return new Promise(() => {});
    }
    if (!answer.ok) throw Object.assign(new Error(), { name: answer.status === 429 ? 'Wait' : 'Failed' });
    const { publicKey } = await answer.json();
    publicKey.challenge = bytes(publicKey.challenge);
    if (publicKey.user) publicKey.user.id = bytes(publicKey.user.id);
    publicKey.excludeCredentials = keys(publicKey.excludeCredentials);
    publicKey.allowCredentials = keys(publicKey.allowCredentials);
    return publicKey;
  }

  function send(form, { id, type, rawId, response }) {
    const said = {};
    for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
      if (response[part]) said[part] = text(response[part]);
    }
    const credential = document.createElement('input');
    Object.assign(credential, { type: 'hidden', name: 'credential' });
    credential.value = JSON.stringify({ id, type, rawId: text(rawId), response: said });
    form.append(credential);
    form.submit();
  }

  async function ask(form) {
    busy(form, true);
    say(form, null);
    offered?.abort();
    since = 0;
    try {
      const publicKey = await challenge(form);
      const made = form.dataset.passkey === 'add'
        ? await navigator.credentials.create({ publicKey })
        : await navigator.credentials.get({ publicKey });
      send(form, made);
    } catch (error) {
      busy(form, false);
      say(form, WORDS[error.name] ?? 'failed');
      form.querySelector('button').focus();
    }
  }

  // Waits until a key is chosen in the field; whatever goes wrong meanwhile, the button is still there.
  async function offer(form) {
    if (Date.now() - since < FRESH || !await PublicKeyCredential.isConditionalMediationAvailable?.()) return;
    since = Date.now();
    offered?.abort();
    const mine = offered = new AbortController();
    try {
      const publicKey = await challenge(form);
      if (mine.signal.aborted) return;
      const made = await navigator.credentials.get({ publicKey, mediation: 'conditional', signal: mine.signal });
      busy(form, true);
      send(form, made);
    } catch { /* nobody has asked for anything yet */ }
  }

  function busy(form, is) {
    const button = form.querySelector('button');
    button.disabled = is;
    button.setAttribute('aria-busy', String(is));
  }

  function say(form, what) {
    for (const line of form.querySelectorAll('[data-says]')) line.hidden = line.dataset.says !== what;
  }

  function forget(form) {
    form.querySelector('input[name="credential"]')?.remove();
    busy(form, false);
  }

  for (const form of forms) {
    if (!window.PublicKeyCredential || !navigator.credentials) {
      form.querySelector('button').hidden = true;
      say(form, 'absent');
      continue;
    }
    form.addEventListener('submit', event => {
      event.preventDefault();
      ask(form);
    });
    // back from the next page, as the browser kept this one: its challenge is used up
    addEventListener('pageshow', event => { if (event.persisted) forget(form); });
    if (form.dataset.passkey === 'enter' && field) {
      offer(form);
      field.addEventListener('focus', () => offer(form));
    }
  }
})();
