/** How the command line becomes one file; the build writes it to dist/, tests to a folder of their own. */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { gatherAssets } from './assets.mjs';

/**
 * @param {typeof import('esbuild')} esbuild
 * @param {{ root: string, outfile: string }} place
 * @returns {Promise<{ inputs: string[] }>}  The files that are in it, relative to the project.
 */
export const bundleCli = async (esbuild, { root, outfile }) => {
  const { metafile } = await esbuild.build({
    entryPoints: [join(root, 'cli', 'main.ts')],
    outfile,
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'eof',
    // A quarter smaller; names stay, so that a trace can be read, and so do lines.
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 200,
    logLevel: 'warning',
    metafile: true,
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
  return { inputs: Object.keys(metafile.inputs) };
};
