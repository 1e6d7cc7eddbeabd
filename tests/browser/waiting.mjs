// What a journey waits for, so that a slow machine makes it late and not wrong.

import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

export const PATIENCE_MS = 30_000;

// On the page of this path, whatever its query: `/connexion?suite=/missions` is not yet `/missions`.
export function arrived(tab, path) {
  return tab.waitForURL(url => url.pathname === path);
}

// Until `read` gives this value; browsers tell their events (`toggle`) a moment after the key or the click.
export async function becomes(read, wanted, message) {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await read();
    try {
      assert.deepEqual(found, wanted, message);
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await sleep(20);
  }
}
