// Finds Chromium and starts it. Run by itself, it prints where Chromium is, or says what to install.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

// Playwright leaves the sandbox off by itself: it does not work for root, and only our own pages are visited.
// The other arguments keep Chromium from asking anyone but the portal.
const ARGS = [
  '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

export async function withBrowser(work) {
  const browser = await chromium.launch({ executablePath: executable(), args: ARGS });
  try {
    await work(browser);
  } finally {
    await browser.close();
  }
}

export function executable() {
  const chosen = process.env.PORTAIL_CHROMIUM;
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  const candidates = chosen ? [chosen] : NAMES.flatMap(name => folders.map(folder => join(folder, name)));
  const found = candidates.find(isExecutable);
  if (found) return found;
  throw new Error(chosen
    ? `PORTAIL_CHROMIUM=${chosen} is not a program that can be run.`
    : 'Chromium is missing: install it (Debian: apt-get install chromium) or set PORTAIL_CHROMIUM=path.');
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    console.log(executable());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
