// Signing in with the company's account: the portal, and a real provider (the npm package oidc-provider, certified)
// under another name of this machine, so that for the browser they are two sites.

import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';
import { troubles } from './checks.mjs';
import { start } from './portal.mjs';
import { PATIENCE_MS } from './waiting.mjs';

const SECRET = 'a secret of the tests, long enough';

// Whom the provider knows, by what they type there.
const PEOPLE = {
  ada: { sub: '0815', email: 'ada@exemple.fr', email_verified: true, roles: ['portail-editors'] },
  bob: { sub: '4711', email: 'bob@exemple.fr', email_verified: false },
};

const JOURNEYS = [
  ['The company’s account is away', isAway],
  ['Leaving for the company’s account', leave],
  ['Signing in with the company’s account, and out', enterAndLeave],
  ['Signing in with the company’s account without JavaScript', enter, { javaScriptEnabled: false }],
  ['Giving up at the company’s account', giveUp],
  ['An address that nobody has verified', unverified],
  ['The company’s account goes away half-way', goesAway],
];

export async function enterByProvider(browser, report) {
  const company = await Company.open();
  const portal = await start([
    '--oidc-issuer', company.issuer, '--oidc-client-id', 'portail', '--oidc-client-secret', SECRET,
    '--oidc-accounts', 'first-sign-in', '--oidc-role', 'éditeur=portail-editors',
  ]);
  try {
    for (const [name, walk, options] of JOURNEYS) {
      const context = await browser.newContext({ locale: 'fr-FR', baseURL: portal.url, ...options });
      context.setDefaultTimeout(PATIENCE_MS);
      const tab = await context.newPage();
      const walked = walk(tab, company, portal.url);
      const problems = await walked.then(() => [], error => [`on ${tab.url()}: ${error.message}`]);
      report.check(name, problems);
      await context.close();
    }
  } finally {
    await portal.stop();
    await company.close();
  }
}

async function isAway(tab, company, portal) {
  await knock(tab);
  await tab.locator('.band.err', { hasText: 'ne répond pas' }).waitFor();
  assert.equal(await tab.locator('#password').count(), 1, 'another way is open');
  company.answer(portal);
}

// The page in between stays where nobody answers for the next one.
async function leave(tab, company) {
  await tab.route(`${company.issuer}/**`, route => route.fulfill({ status: 204 }));
  await tab.setViewportSize({ width: 320, height: 800 });
  await knock(tab);
  await tab.locator('h1', { hasText: 'Vous partez vers 127.0.0.1' }).waitFor();
  assert.deepEqual(await troubles(tab), []);
}

async function enterAndLeave(tab, company, portal) {
  await enter(tab, company);
  const cookies = await tab.context().cookies(portal);
  assert.equal(cookies.find(({ name }) => name === 'portail')?.httpOnly, true, 'a session is open');
  assert.deepEqual(cookies.filter(({ name }) => name.includes('oidc')), [], 'the way in is forgotten');
  await tab.goto('/connexion');
  assert.equal(new URL(tab.url()).pathname, '/compte', 'whoever is in needs no door');
  await tab.goto('/');
  await tab.evaluate(() => {
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action: '/deconnexion' });
    document.body.append(form);
    form.submit();
  });
  await tab.waitForURL(/\/connexion$/);
  await tab.locator('#password').waitFor();
}

async function enter(tab, company) {
  await knock(tab, '/connexion?suite=%2Fmissions');
  await be(tab, company, 'ada');
  await tab.waitForURL(/localhost:\d+\/missions$/);
  await tab.locator('main h1').waitFor();
}

async function giveUp(tab, company) {
  await knock(tab);
  await be(tab, company, '');
  await tab.locator('.band.err', { hasText: 'renoncé' }).waitFor();
  assert.deepEqual(await troubles(tab), []);
}

async function unverified(tab, company) {
  await knock(tab);
  await be(tab, company, 'bob');
  await tab.locator('.band.err', { hasText: 'n’a pas vérifié votre adresse' }).waitFor();
}

async function goesAway(tab, company) {
  await knock(tab);
  company.isBroken = true;
  await be(tab, company, 'ada');
  await tab.locator('.band.err', { hasText: 'ne répond pas' }).waitFor();
  company.isBroken = false;
  await tab.locator('form[action="/connexion/oidc"] button').click();
  await tab.waitForURL(/localhost:\d+\/$/); // the provider knows them by now
}

async function knock(tab, door = '/connexion') {
  await tab.goto(door);
  await tab.getByRole('button', { name: 'Entrer avec le compte de l’entreprise' }).click();
}

async function be(tab, company, name) {
  await tab.waitForURL(`${company.issuer}/interaction/*`);
  await tab.locator('[name=login]').fill(name);
  await tab.locator('button').click();
}

class Company {
  isBroken = false;
  #handle;

  // Takes a port; until `answer`, whoever comes is cut off.
  static async open() {
    const company = new Company();
    company.server = createServer((request, response) => {
      const isOpen = company.#handle && !(company.isBroken && request.url.startsWith('/token'));
      return isOpen ? company.#handle(request, response) : request.socket.destroy();
    });
    company.server.listen(0, '127.0.0.1');
    await once(company.server, 'listening');
    company.issuer = `http://127.0.0.1:${company.server.address().port}`;
    return company;
  }

  answer(portal) {
    const provider = new Provider(this.issuer, configuration(portal));
    const answers = provider.callback();
    this.#handle = (request, response) => {
      const isInteraction = request.url.startsWith('/interaction/');
      return isInteraction ? interaction(provider, request, response) : answers(request, response);
    };
  }

  async close() {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

function configuration(portal) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const redirect_uris = [`${portal}/connexion/oidc/retour`];
  return {
    clients: [{ client_id: 'portail', client_secret: SECRET, redirect_uris }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['of the tests'] },
    claims: { email: ['email', 'email_verified'], profile: ['roles'] },
    pkce: { required: () => true },
    ttl: { AccessToken: 60, Grant: 600, IdToken: 60, Interaction: 600, Session: 600 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, name) => ({ accountId: name, claims: () => PEOPLE[name] }),
    loadExistingGrant: grant,
  };
}

// Nobody is asked whether the portal may know them: the company has decided that.
async function grant({ oidc }) {
  const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
  grant.addOIDCScope('openid email profile');
  await grant.save();
  return grant;
}

// A page with one field: who one is; nothing: one gives up.
async function interaction(provider, request, response) {
  if (request.method === 'GET') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    return response.end('<form method="post"><input name="login" aria-label="Nom"><button>Entrer</button></form>');
  }
  const chunks = await request.toArray();
  const name = new URLSearchParams(Buffer.concat(chunks).toString()).get('login');
  const refused = { error: 'access_denied', error_description: 'gave up' };
  const result = name ? { login: { accountId: name } } : refused;
  return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}
