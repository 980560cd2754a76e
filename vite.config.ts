import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import packageFile from './package.json' with { type: 'json' };
import { assetModules } from './tools/vite-assets.mjs';
import { iconTextModule } from './tools/vite-icon-texts.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

/** The window: from renderer/ to .vite/renderer, with everything it needs, so that it runs without a network. */
export default defineConfig({
  root: `${root}renderer`,
  base: './',
  plugins: [react(), assetModules(root), iconTextModule(root)],
  define: { ISOBAR_VERSION: JSON.stringify(packageFile.version) },
  worker: { format: 'es' },
  build: {
    outDir: `${root}.vite/renderer`,
    emptyOutDir: true,
    target: 'chrome140',
    // Fonts and icons stay files: a page that allows no inline script wants no surprises from inlined ones.
    assetsInlineLimit: 0,
    // Monaco is one large piece, and loaded only when the code is shown.
    chunkSizeWarningLimit: 8000,
  },
  server: { host: '127.0.0.1' },
});
