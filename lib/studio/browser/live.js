// The studio's own script: shows a saved change without losing the place, and moves by keys.
// Every page works without it.
// @ts-check

const CHECK_DELAY_MS = 300;

const mail = document.getElementById('mail');
const live = document.getElementById('live');
let revision = mail?.dataset.revision;
let updating = Promise.resolve();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let checking;
/** @type {string | undefined} */
let style;

for (const current of document.querySelectorAll('.side [aria-current], .tabs [aria-current]'))
  current.scrollIntoView({ block: 'nearest', inline: 'nearest' });

if (mail !== null) {
  const events = new EventSource('/studio/events');
  events.addEventListener('revision', ({ data }) => {
    say('live');
    if (data === revision) return;
    revision = data;
    updating = updating.then(update).catch(notAnswered);
  });
  events.addEventListener('error', () => say('the studio has ended'));
  void loadChecks().catch(notAnswered);
  void get('/studio/style.css').then((css) => (style = css), notAnswered);
}

function notAnswered() {
  say('not updated: the studio does not answer');
}

/** @param {string} text */
function say(text) {
  if (live !== null && live.textContent !== text) live.textContent = text;
}

/** Puts the new version in the place of the shown one. */
async function update() {
  const frames = [...document.querySelectorAll('iframe')];
  // What the eye is on comes first. Frames of other widths have the same content.
  const contents = new Map(frames.map(({ src }) => [src, get(src)]));
  await Promise.all(
    frames.map(async (frame) => updateFrame(frame, (await contents.get(frame.src)) ?? '')),
  );
  await updatePage();
  await updateStyle();
  clearTimeout(checking);
  checking = setTimeout(() => void loadChecks().catch(notAnswered), CHECK_DELAY_MS);
}

/** Regions of the page that a change may concern; the frames stay where they are. */
async function updatePage() {
  const page = parse(await get(location.href));
  for (const id of ['subject', 'preheader', 'faults', 'plain', 'size', 'samples']) {
    const shown = document.getElementById(id);
    const fresh = page.getElementById(id);
    if (shown && fresh && shown.innerHTML !== fresh.innerHTML)
      shown.replaceChildren(...fresh.childNodes);
  }
  document.title = page.title;
  const view = document.getElementById('view');
  // The first good version of a mail that could not be shown before.
  if (view && view.childElementCount === 0)
    view.replaceChildren(...(page.getElementById('view')?.childNodes ?? []));
}

/**
 * The frame's document keeps its policy, which allows no script; only its content is replaced.
 * @param {HTMLIFrameElement} frame
 * @param {string} html
 */
async function updateFrame(frame, html) {
  // Until its page is there, a frame is an empty one with the policy of the page around it.
  const early = frame.contentDocument;
  if (early !== null && (early.URL === 'about:blank' || early.readyState !== 'complete'))
    await new Promise((loaded) => frame.addEventListener('load', loaded, { once: true }));
  const shown = frame.contentDocument;
  if (shown === null) return;
  const place = shown.scrollingElement ?? shown.documentElement;
  const { scrollTop, scrollLeft } = place;
  shown.documentElement.innerHTML = html.replace(/^[^]*?<html[^>]*>|<\/html>\s*$/gi, '');
  const [, attributes = ''] = /<html([^>]*)>/i.exec(html) ?? [];
  for (const name of ['lang', 'dir']) {
    const value = new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
    if (value !== undefined) shown.documentElement.setAttribute(name, value);
  }
  const newPlace = shown.scrollingElement ?? shown.documentElement;
  newPlace.scrollTo({ top: scrollTop, left: scrollLeft, behavior: 'instant' });
}

/** The pages have the brand's colours. */
async function updateStyle() {
  const link = document.querySelector('link[rel=stylesheet]');
  const css = await get('/studio/style.css');
  if (style !== undefined && css !== style && link instanceof HTMLLinkElement)
    link.href = `/studio/style.css?${revision}`;
  style = css;
}

async function loadChecks() {
  const pane = document.getElementById('checks');
  if (pane?.dataset.src === undefined) return;
  pane.setAttribute('aria-busy', 'true');
  const open = new Map(
    [...pane.querySelectorAll('details')].map(({ id, open: isOpen }) => [id, isOpen]),
  );
  const page = parse(await get(`${pane.dataset.src}?part=pane`));
  pane.replaceChildren(...page.body.childNodes);
  for (const [id, isOpen] of open) {
    const details = document.getElementById(id);
    if (details instanceof HTMLDetailsElement) details.open = isOpen;
  }
  pane.removeAttribute('aria-busy');
}

/** @param {string} url */
async function get(url) {
  const response = await fetch(url, { cache: 'no-store' });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}

/** @param {string} html */
function parse(html) {
  return new DOMParser().parseFromString(html, 'text/html');
}

/** Keys: j and k go through the mails, h and l through the views of one. */
document.addEventListener('keydown', (event) => {
  const isTyping = event.target instanceof Element && event.target.closest('input, textarea');
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'j') follow('.side', 1);
  if (event.key === 'k') follow('.side', -1);
  if (event.key === 'l') follow('.tabs', 1);
  if (event.key === 'h') follow('.tabs', -1);
});

/**
 * @param {string} list
 * @param {1 | -1} step
 */
function follow(list, step) {
  const links = [...document.querySelectorAll(`${list} a`)];
  const at = links.findIndex((link) => link.hasAttribute('aria-current'));
  const next = links[at + step];
  if (next instanceof HTMLAnchorElement) next.click();
}
