/**
 * The same picture in other programs, in the same browser, moved by the same hand: Excalidraw, and React Flow with the
 * nodes and edges that it brings. Their pages are in peers/, bundled here each time.
 */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { measureGestures, wait } from './gestures.mjs';
import { heapOf, inBrowser, viewport } from './isobar-page.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./gestures.mjs').Frames} Frames */
/** @typedef {{ pan: Frames, zoom: Frames, drag: Frames }} Moved */
/**
 * @typedef {object} PeerDesign
 * @property {number} nodes
 * @property {string} [gaveUp]  What took too long; what is missing then was not measured.
 * @property {string[]} notes
 * @property {number} [openMs]
 * @property {number} [heapMb]
 * @property {Moved} [whole]
 * @property {Moved} [near]
 */

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, '..', 'node_modules');
const excalidraw = join(packages, '@excalidraw', 'excalidraw');

const versionOf = (/** @type {string} */ name) =>
  JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8')).version;

const peers = [
  { name: 'Excalidraw', page: 'excalidraw', package: '@excalidraw/excalidraw' },
  { name: 'React Flow', page: 'react-flow', package: '@xyflow/react' },
];

/** Nobody waits longer for a picture; for all gestures in one view three times as long. */
const patience = 60_000;

/**
 * @template T
 * @param {string} what
 * @param {Promise<T>} work
 * @param {number} [time]
 * @returns {Promise<T>}
 */
const inTime = async (what, work, time = patience) => {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new TooSlow(what, time)), time);
  });
  try {
    // What comes too late may fail as it likes: the page is closed under it.
    work.catch(() => undefined);
    return await Promise.race([work, /** @type {Promise<never>} */ (late)]);
  } finally {
    clearTimeout(timer);
  }
};

class TooSlow extends Error {
  constructor(/** @type {string} */ what, /** @type {number} */ time) {
    super(`${what} takes more than ${time / 1000} s`);
  }
}

const bundle = async (/** @type {string} */ folder) => {
  await esbuild.build({
    entryPoints: peers.map(({ page }) => join(here, 'peers', `${page}.tsx`)),
    outdir: folder,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'chrome140',
    jsx: 'automatic',
    conditions: ['production'],
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.IS_PREACT': '"false"' },
    loader: { '.woff2': 'file' },
    // Fetched only when somebody pastes a chart of Mermaid.
    external: ['@excalidraw/mermaid-to-excalidraw'],
    logLevel: 'error',
  });
};

const types = new Map([
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
  ['.woff2', 'font/woff2'],
  ['.json', 'application/json'],
]);

const pageOf = (
  /** @type {string} */ name,
  /** @type {{ width: number, height: number }} */ area,
) => `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>${name}</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/${name}.css">
  <style>body { margin: 0; font-family: sans-serif } #root { width: ${area.width}px; height: ${area.height}px }</style>
  <div id="root"></div>
  <script>window.EXCALIDRAW_ASSET_PATH = '/excalidraw/';</script>
  <script type="module" src="/${name}.js"></script>
</html>`;

/** Serves the bundled pages, and Excalidraw's fonts, on 127.0.0.1. */
const serve = async (
  /** @type {string} */ folder,
  /** @type {{ width: number, height: number }} */ area,
) => {
  const fonts = join(excalidraw, 'dist', 'prod');
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    const peer = peers.find(({ page }) => path === `/${page}`);
    if (peer) {
      response.setHeader('content-type', 'text/html').end(pageOf(peer.page, area));
      return;
    }
    const isFont = path.startsWith('/excalidraw/');
    const [from, name] = isFont ? [fonts, path.slice('/excalidraw'.length)] : [folder, path];
    const file = normalize(join(from, name));
    if (!file.startsWith(from + sep)) {
      response.writeHead(404).end();
      return;
    }
    readFile(file).then(
      (bytes) => {
        response.setHeader('content-type', types.get(extname(file)) ?? 'application/octet-stream');
        response.end(bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done(undefined));
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((done) => server.close(done)),
  };
};

const words = { whole: 'all in view', near: 'zoomed in' };

const isCard = (/** @type {number} */ x, /** @type {number} */ y) =>
  `window.benchPeer.isCardAt(${x}, ${y})`;

/** All gestures in one view. What did not move although it was dragged is said. */
const measureView = async (
  /** @type {Page} */ page,
  /** @type {{ width: number, height: number }} */ area,
) => {
  const before = await page.evaluate('window.benchPeer.places()');
  const { card: _card, ...moved } = await measureGestures(page, { x: 0, y: 0, ...area }, isCard);
  const isMoved = before !== (await page.evaluate('window.benchPeer.places()'));
  return { moved, isMoved };
};

/**
 * @param {string} url
 * @param {number} nodes
 * @param {string} picture  As JSON.
 * @param {{ width: number, height: number }} area
 * @returns {Promise<PeerDesign>}
 */
const measureDesign = (url, nodes, picture, area) =>
  inBrowser(async (browser) => {
    const page = await browser.newPage({ viewport });
    /** @type {PeerDesign} */
    const design = { nodes, notes: [] };
    // Nothing is fetched from anywhere else: it would be measured too.
    await page.route(
      (asked) => asked.hostname !== '127.0.0.1',
      (route) => {
        const { protocol, host } = new URL(route.request().url());
        if (!/^(data|blob):$/.test(protocol)) design.notes.push(`refused a request to ${host}`);
        return route.abort();
      },
    );
    await page.goto(url);
    await page.waitForFunction('window.benchPeer !== undefined');
    await page.waitForLoadState('networkidle');
    await wait(page, 1000);
    try {
      const openMs = await inTime(
        'opening',
        page.evaluate(`(async () => {
          const picture = ${picture};
          const start = performance.now();
          await window.benchPeer.open(picture);
          return performance.now() - start;
        })()`),
      );
      design.openMs = Math.round(/** @type {number} */ (openMs));
      await inTime('settling', wait(page, 2000));
      const hidden = await inTime('a look', page.evaluate('window.benchPeer.hidden()'));
      if (hidden > 0)
        design.notes.push(`it zooms out no farther: ${hidden} % of the picture is out of view`);
      for (const view of /** @type {const} */ (['whole', 'near'])) {
        if (view === 'near')
          await inTime('zooming in', page.evaluate('window.benchPeer.showNear()'));
        await wait(page, 600);
        const { moved, isMoved } = await inTime('moving it', measureView(page, area), 3 * patience);
        design[view] = moved;
        if (!isMoved) design.notes.push(`${words[view]}: the card did not follow the drag`);
      }
      design.heapMb = Math.round(await inTime('collecting garbage', heapOf(page)));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      design.gaveUp = error.message;
    }
    return design;
  });

/**
 * Measures all peers; `area` is how large Isobar's canvas was.
 *
 * @param {readonly number[]} sizes
 * @param {(size: number) => string} pictureOf  As JSON.
 * @param {{ width: number, height: number }} area
 * @param {string} folder  For the bundled pages.
 */
export const measurePeers = async (sizes, pictureOf, area, folder) => {
  await bundle(folder);
  const served = await serve(folder, area);
  try {
    const measured = [];
    for (const { name, page, package: from } of peers) {
      const designs = [];
      for (const size of sizes)
        designs.push(await measureDesign(`${served.url}/${page}`, size, pictureOf(size), area));
      measured.push({ name, version: versionOf(from), designs });
    }
    return measured;
  } finally {
    await served.close();
  }
};

/** @typedef {Awaited<ReturnType<typeof measurePeers>>} Peers */
