/** How the command line becomes one file; the build writes it to dist/, tests to a folder of their own. */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { gatherAssets } from './assets.mjs';

/**
 * @param {typeof import('esbuild')} esbuild
 * @param {{ root: string, outfile: string }} place
 */
export const bundleCli = async (esbuild, { root, outfile }) => {
  await esbuild.build({
    entryPoints: [join(root, 'cli', 'main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'eof',
    logLevel: 'warning',
    define: { isobarAssets: JSON.stringify(await gatherAssets(root, esbuild)) },
    banner: {
      // Some packages are CommonJS inside and ask for Node's own modules with require().
      js: [
        '#!/usr/bin/env node',
        "import { createRequire as isobarCreateRequire } from 'node:module';",
        'const require = isobarCreateRequire(import.meta.url);',
      ].join('\n'),
    },
  });
  chmodSync(outfile, 0o755);
};
