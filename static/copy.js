// Copies a field: a button with data-copy="ID" appears, and says so when it is done (data-done). Without a script one
// selects and copies.
(() => {
  'use strict';
  for (const button of document.querySelectorAll('button[data-copy]')) {
    const field = document.getElementById(button.dataset.copy);
    const words = button.textContent;
    let back;
    button.hidden = false;
    field.addEventListener('focus', () => field.select());
    button.addEventListener('click', async () => {
      field.select();
      try {
        await navigator.clipboard.writeText(field.value);
      } catch {
        document.execCommand('copy'); // without TLS there is no clipboard, but there is this
      }
      button.textContent = button.dataset.done;
      button.setAttribute('aria-live', 'polite');
      clearTimeout(back);
      back = setTimeout(() => { button.textContent = words; }, 4000);
    });
  }
})();
