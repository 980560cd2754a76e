import type { Assets } from './io.ts';
import { nodeIo } from './node-io.ts';
import { runCli } from './run.ts';

/** Put in by the build (`tools/build.mjs`): the command line is one file that needs nothing else. */
declare const isobarAssets: Assets;

// Whoever reads a part only (`isobar kinds | head`) closes the pipe: then there is nobody left to write for.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });

process.exitCode = runCli(process.argv.slice(2), nodeIo(isobarAssets));
