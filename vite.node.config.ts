import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

/** What runs outside the window: where it starts, and what it becomes in .vite/build. */
const entries: Readonly<Record<string, string>> = {
  main: 'electron/main/main.ts',
  preload: 'electron/preload/preload.ts',
  // The same window for a browser: what npm start uses where Electron is not.
  serve: 'electron/host/serve-app.ts',
};

/** `vite build --config vite.node.config.ts --mode main`, `preload` or `serve`. */
export default defineConfig(({ mode }) => {
  const entry = entries[mode];
  if (entry === undefined) throw new Error(`--mode is one of: ${Object.keys(entries).join(', ')}`);
  const feed = process.env.ISOBAR_UPDATE_FEED ?? '';
  // As electron/host/update-feed.ts reads it: an address that it does not take would switch the check off in silence.
  if (
    feed !== '' &&
    !/^https:\/\/api\.github\.com\/repos\/[\w-]+\/[\w.-]+\/releases\/latest$/.test(feed)
  )
    throw new Error(`ISOBAR_UPDATE_FEED is no address of releases on GitHub: ${feed}`);
  return {
    root,
    publicDir: false,
    resolve: { conditions: ['node'], mainFields: ['module', 'main'] },
    // Only a release knows where newer ones are told of (docs/releasing.md).
    define: { isobarUpdateFeed: JSON.stringify(feed) },
    build: {
      // Electron is newer, but the tests and the server run on the oldest Node.js that is supported.
      target: 'node20',
      outDir: `${root}.vite/build`,
      emptyOutDir: false,
      minify: false,
      sourcemap: mode !== 'preload',
      lib: { entry: root + entry, formats: ['cjs'], fileName: () => `${mode}.cjs` },
      rolldownOptions: {
        external: ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)],
        // A sandboxed preload is one file: it cannot require another.
        output: { codeSplitting: false },
      },
    },
  };
});
