import type { Plugin } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { killMany } from './testing/kill-run.ts';

/*
 * The program is killed (SIGKILL) while it edits, saves and keeps copies for after a crash. `npm run nightly` does it
 * a thousand times and more; here it is enough to see that somebody broke it.
 */

const kills = Number(process.env.ISOBAR_KILLS ?? 200);
const seed = Number(process.env.ISOBAR_SEED ?? 1);
/** A kill takes a tenth of a second, and on a machine with much else to do over one. */
const longest = 120_000 + kills * 6000;

/** Writes as a careless program does: over what is there, in two pieces. */
const carelessWriting: Plugin = {
  name: 'careless writing',
  setup(build) {
    build.onLoad({ filter: /atomic-write\.ts$/ }, () => ({
      contents: `
        import * as fs from 'node:fs/promises';
        export const targetOf = (path) => fs.realpath(path);
        export const clearTemporary = async () => {};
        export const clearLeftovers = async () => {};
        export const stage = async (path, content) => ({
          discard: async () => {},
          commit: async () => {
            const half = content.slice(0, content.length / 2);
            await fs.writeFile(path, half);
            await new Promise((resolve) => setTimeout(resolve, 20));
            await fs.appendFile(path, content.slice(half.length));
          },
        });
        export const writeAtomically = async (path, content) => (await stage(path, content)).commit();
      `,
    }));
  },
};

describe.skipIf(process.platform === 'win32')('a program that is killed at any moment', () => {
  test(
    `leaves a whole file, and at most a second of edits lost, ${kills} times`,
    async () => {
      const begin = performance.now();
      const report = await killMany({ kills, seed });
      const seconds = ((performance.now() - begin) / 1000).toFixed(1);
      const { faults, ...figures } = report;
      console.log(`killed ${report.kills} times in ${seconds} s (seed ${seed}):`, figures);
      expect(faults).toEqual([]);
      expect(report.mostLost).toBeLessThanOrEqual(1000);
      expect(report.kills).toBe(kills);
      // It must have been killed at its work, or this says nothing.
      expect(report.whileSaving).toBeGreaterThan(kills / 20);
      expect(report.whileKeeping).toBeGreaterThan(kills / 100);
      expect(report.halfWritten).toBeGreaterThan(0);
    },
    longest,
  );

  test(
    'and the test sees it when it does not',
    async () => {
      const { faults } = await killMany({ kills: 40, seed, plugin: carelessWriting });
      expect(faults.join('\n')).toContain('is not whole');
    },
    longest,
  );
});
