// The portal under test: PORTAIL_URL, or a demo of our own with its own data folder.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = resolve(import.meta.dirname, '../..');
export const TARGET = resolve(ROOT, process.env.CARGO_TARGET_DIR ?? 'target');
const START_MS = 120_000;
const STOP_MS = 15_000; // the portal drains for 10 s at most

// Gives { url, link, stop, data }: `link` is the demo's one-time link for a role, as it is printed (« éditeur »), and
// `data` its folder, if this is a demo of our own; `stop` says whether the portal ended by itself when asked to. With
// further arguments it is always a demo of our own.
export async function start(args = []) {
  if (process.env.PORTAIL_URL && args.length === 0) {
    const link = role => (role === 'administrateur' ? process.env.PORTAIL_LINK : undefined);
    return { url: new URL(process.env.PORTAIL_URL).origin, link, stop: async () => true };
  }
  const binary = join(TARGET, 'debug/portail');
  if (!existsSync(binary)) throw new Error(`${binary} is missing: run cargo build first.`);
  const data = await mkdtemp(join(tmpdir(), 'portail-browser-'));
  const demo = run(binary, ['demo', '--listen', '127.0.0.1:0', '--data', data, ...args]);
  const stop = async () => {
    const gently = await end(demo);
    await rm(data, { recursive: true, force: true });
    return gently;
  };
  try {
    const url = await address(demo);
    await ready(url, demo);
    const link = role => demo.printed.match(new RegExp(`${role}\\s+(http\\S+/lien/\\S+)`))?.[1];
    return { url, link, stop, data };
  } catch (error) {
    await stop();
    throw error;
  }
}

function run(binary, args) {
  const child = spawn(binary, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const demo = { child, printed: '', logged: '', ended: new Promise(done => child.once('close', done)) };
  child.stdout.on('data', text => { demo.printed += text; });
  child.stderr.on('data', text => { demo.logged = (demo.logged + text).slice(-4000); });
  return demo;
}

async function address(demo) {
  const pattern = /http:\/\/localhost:\d+/;
  await until(() => pattern.test(demo.printed), demo, 'printed no address');
  return demo.printed.match(pattern)[0];
}

function ready(url, demo) {
  const answers = () => fetch(`${url}/readyz`).then(answer => answer.ok, () => false);
  return until(answers, demo, 'was not ready');
}

async function until(condition, demo, otherwise) {
  const deadline = Date.now() + START_MS;
  while (!await condition()) {
    if (hasEnded(demo)) throw new Error(`The portal ended (exit code ${demo.child.exitCode}):\n${demo.logged}`);
    if (Date.now() > deadline) throw new Error(`The portal ${otherwise} within ${START_MS / 1000} s:\n${demo.logged}`);
    await sleep(50);
  }
}

async function end(demo) {
  if (hasEnded(demo)) return false;
  demo.child.kill('SIGTERM');
  const gently = await Promise.race([demo.ended.then(() => true), sleep(STOP_MS, false, { ref: false })]);
  if (!gently) demo.child.kill('SIGKILL');
  await demo.ended;
  return gently;
}

function hasEnded({ child }) {
  return child.exitCode !== null || child.signalCode !== null;
}
