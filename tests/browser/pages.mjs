// Which pages there are: whatever can be reached from the home page by links, and those of whoever has signed in.

const MAX_PAGES = 160;
const MAX_PER_KEY = 5;

// Gives { pages, checked, left }: the addresses (path and query) that answered with a page; for each address that was
// asked { path, problems }; how many more were known when there were enough pages.
export async function discover(browser, origin) {
  const context = await browser.newContext({ locale: 'fr-FR', javaScriptEnabled: false });
  const tab = await context.newPage();
  const found = new Found();
  const pages = [];
  const checked = [];
  found.add('/', 'the start');
  for (const { path, holder } of found.queue) {
    if (pages.length === MAX_PAGES) break;
    const visit = isFormat(path) ? await ask(origin, path) : await open(tab, origin, path);
    checked.push({ path, problems: visit.status === 200 ? [] : [dead(visit.status, holder)] });
    if (visit.status !== 200 || !visit.links || pages.includes(visit.path)) continue;
    pages.push(visit.path);
    visit.links.forEach(link => found.add(link, path));
  }
  await context.close();
  return { pages, checked, left: found.queue.length - checked.length };
}

// Signs in by a one-time link and its button. Gives the cookies.
export async function signIn(browser, link) {
  const context = await browser.newContext({ locale: 'fr-FR', javaScriptEnabled: false });
  const tab = await context.newPage();
  await tab.goto(link);
  await tab.locator('main form button.main').click();
  const cookies = await context.cookies();
  await context.close();
  if (cookies.length === 0) throw new Error(`${link} signed nobody in: has it been used?`);
  return cookies;
}

// The pages of an administrator, with one account among them all.
export async function ownPages(browser, origin, cookies) {
  const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false });
  await context.addCookies(cookies);
  const tab = await context.newPage();
  await tab.goto('/administration');
  const account = await tab.locator('#comptes tbody th a').first().getAttribute('href');
  const report = await reported(tab);
  await changedAndBack(tab);
  const previews = [await previewOfPeople(tab), await previewOfDocuments(tab)];
  await context.close();
  return ['/organigramme?sous=cto', '/compte', '/compte/entree', '/compte/confirmer', '/administration/comptes', account,
    '/administration/comptes?q=personne', '/administration/journal', '/compte/cles', '/edition', '/edition/corbeille',
    '/edition/missions', '/edition/blog', '/edition/missions/michel-condemine', '/edition/equipe/samy-melaine', '/edition/entreprise',
    '/edition/blog/participation-au-challenge-isic-2019', '/edition/organigramme/postes/cto', '/edition/sources/rapport',
    '/edition/missions/michel-condemine/historique', '/edition/organisations/biomeca/retrait', '/activite',
    '/signaler?page=/missions/biomeca', '/edition/corrections', report, '/missions/biomeca',
    '/edition/offres/expertise/historique?de=1&a=2', '/edition/offres/expertise/historique?de=2',
    '/edition/import', '/administration/donnees', ...previews];
}

// A reader's report, which then stands on its page. Gives its own page.
async function reported(tab) {
  await tab.goto('/signaler?page=/missions/biomeca');
  await tab.locator('#text').fill('Le nom du client est incomplet.');
  await tab.locator('main button.main').click();
  return tab.locator('.bands a[href^="/edition/corrections/"]').first().getAttribute('href');
}

// A change and its undo, so that there is something to compare.
async function changedAndBack(tab) {
  await tab.goto('/edition/offres/expertise');
  await tab.locator('#price').fill('900 euros par jour');
  await tab.locator('.dock button.main').click();
  await tab.locator('.band form button').click();
}

// The preview of a table with a new person, a double, a change and two mistakes.
async function previewOfPeople(tab) {
  await tab.goto('/edition/import');
  await tab.locator('#text').fill(`Nom;Prenom;Titre;Contrat;Début;Bureau
Petit;Zoé;Cheffe de projet;CDI;avril 2019;B12
CAMARASA;Robin;Data scientist;;;
Melaine;Samy;Directeur technique;;;
Roux;Yann;;CDI;2019-13;
;;Stage;;;`);
  await tab.locator('.btn.main').click();
  return new URL(tab.url()).pathname;
}

// The preview of an archive by itself: one document that changes.
async function previewOfDocuments(tab) {
  await tab.goto('/administration/donnees');
  await tab.locator('#file').setInputFiles({
    name: 'samy-melaine.toml', mimeType: 'text/plain',
    buffer: Buffer.from('name = "Samy Melaine"\nplace = "Nantes"\n'),
  });
  await tab.locator('#kind').selectOption('person');
  await tab.locator('.btn.main').click();
  return new URL(tab.url()).pathname;
}

// The addresses met so far, in the order of the links. Variants are many and alike, so a few of each do: queries of
// one path, and other formats (`/equipe/….vcf`) and dates of one section.
class Found {
  queue = [];
  #seen = new Set();
  #perKey = new Map();

  add(path, holder) {
    if (this.#seen.has(path)) return;
    this.#seen.add(path);
    const { pathname, searchParams } = new URL(path, 'http://portal');
    const section = pathname.replace(/^(\/[^/]*).*$/, '$1');
    const key = searchParams.has('date') ? `${section} at a date` : isFormat(path) ? pathname.replace(/^(\/[^/]*).*(\.\w+)$/, '$1*$2') : pathname;
    const count = this.#perKey.get(key) ?? 0;
    if (count === MAX_PER_KEY) return;
    this.#perKey.set(key, count + 1);
    this.queue.push({ path, holder });
  }
}

// `/equipe/samy-melaine.vcf` is another form of a page, to be fetched but not looked at.
function isFormat(path) {
  return /\.\w+$/.test(new URL(path, 'http://portal').pathname);
}

async function ask(origin, path) {
  const answer = await fetch(origin + path);
  await answer.arrayBuffer();
  return { status: answer.status };
}

async function open(tab, origin, path) {
  const answer = await tab.goto(origin + path, { waitUntil: 'domcontentloaded' }).catch(error => error);
  if (answer instanceof Error) return { status: answer.message.split('\n')[0] };
  const links = await tab.locator('a[href]').evaluateAll((anchors, origin) => anchors
    .map(anchor => new URL(anchor.getAttribute('href'), document.baseURI))
    .filter(url => url.origin === origin)
    .map(url => url.pathname + url.search), origin);
  const { pathname, search } = new URL(tab.url());
  return { status: answer.status(), path: pathname + search, links };
}

function dead(status, holder) {
  return `answers ${status}; ${holder} links to it: mend the link or the page`;
}
