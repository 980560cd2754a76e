import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { parseDesign } from '../../../shared/model/parse.ts';
import { serialiseDesign } from '../../../shared/model/serialise.ts';
import { recoveryStore } from '../recovery-store.ts';
import { designAfter, editsOf } from './working-design.ts';

/*
 * Kills the app at work (`working-child.ts`), again and again, and looks at what is left on disk.
 */

/** What a child is told. */
export interface ChildOrders {
  readonly path: string;
  readonly ownFolder: string;
  readonly journal: string;
  readonly key: string;
  readonly seed: number;
  readonly nodes: number;
  /** The number of the last edit that is in the file. */
  readonly edits: number;
  /** Milliseconds from save to save, about; infinite for who never saves. */
  readonly savesEvery: number;
}

/** What was seen. */
export interface KillReport {
  readonly kills: number;
  /** Kills while a save, or while the copy for after a crash was being written. */
  readonly whileSaving: number;
  readonly whileKeeping: number;
  /** Kills that left a file half written beside its place. */
  readonly halfWritten: number;
  readonly edits: number;
  readonly saves: number;
  /** Milliseconds of editing that were lost, the most and on average. */
  readonly mostLost: number;
  readonly meanLost: number;
  /** What must not be, in words. */
  readonly faults: readonly string[];
}

export interface KillOptions {
  readonly kills: number;
  readonly seed: number;
  /** Children at a time. */
  readonly atOnce?: number;
  /** Stands in for a file of the app: to see that a fault would be found. */
  readonly plugin?: Plugin;
}

/** The child as one file, so that starting it costs little. */
const bundleChild = async (outfile: string, plugin: Plugin | undefined): Promise<void> => {
  await build({
    entryPoints: [fileURLToPath(new URL('working-child.ts', import.meta.url))],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
    ...(plugin && { plugins: [plugin] }),
  });
};

interface Note {
  readonly what: string;
  readonly edits: number;
  readonly at: number;
}

const readJournal = async (path: string): Promise<readonly Note[]> =>
  (await fs.readFile(path, 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [what = '', edits, at] = line.split(' ');
      return { what, edits: Number(edits), at: Number(at) };
    });

const lastOf = (notes: readonly Note[], what: string): number =>
  notes.findLast((note) => note.what === what)?.edits ?? 0;
const isOpen = (notes: readonly Note[], begin: string, end: string): boolean =>
  notes.filter(({ what }) => what === begin).length >
  notes.filter(({ what }) => what === end).length;

/** A moment in which a busy machine gave the app no time at all is no time of editing. */
const longestPause = 100;

/** The time these edits took. */
const timeOf = (edits: readonly Note[]): number =>
  edits.reduce((sum, { at }, index) => {
    const before = edits[index - 1];
    return before ? sum + Math.min(at - before.at, longestPause) : sum;
  }, 0);

/** Random numbers, the same for the same seed. */
const chanceOf = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return ((state >>> 8) & 0xffffff) / 2 ** 24;
  };
};

const sizes = [5, 600, 40, 200] as const;

/** One machine on which the app is started, works and is killed, several times. */
const makeMachine = async (root: string, number: number, bundle: string, seed: number) => {
  const chance = chanceOf(seed + number * 7919);
  const folder = join(root, `machine-${number}`);
  const ownFolder = join(folder, 'own');
  const path = join(folder, 'files', 'work.isobar.json');
  const nodes = sizes[number % sizes.length] ?? 5;
  await fs.mkdir(join(folder, 'files'), { recursive: true });
  await fs.writeFile(path, serialiseDesign(designAfter(0, nodes)));
  let edits = 0;
  let runs = 0;

  /** The state a text holds, if it is one state and whole. */
  const stateIn = (text: string): number | undefined => {
    const parsed = parseDesign(text);
    const state = parsed.ok ? editsOf(parsed.value.design) : undefined;
    return state !== undefined && serialiseDesign(designAfter(state, nodes)) === text
      ? state
      : undefined;
  };

  return async () => {
    runs += 1;
    const journal = join(folder, `journal-${runs}`);
    const savesEvery = chance() < 0.25 ? Number.MAX_SAFE_INTEGER : 20 + chance() * 200;
    const orders: ChildOrders = {
      ...{ path, ownFolder, journal, nodes, edits, savesEvery },
      key: `work-${runs}`,
      seed: Math.floor(chance() * 2 ** 31),
    };
    const child = spawn(process.execPath, [bundle, JSON.stringify(orders)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (data) => (said += String(data)));
    const exited = once(child, 'exit');
    await Promise.race([once(child.stdout, 'data'), exited]);
    // Mostly soon, sometimes after several rounds of keeping.
    const longest =
      [200, 200, 200, 200, 200, 1200, 1200, 1200, 3000][Math.floor(chance() * 9)] ?? 0;
    await wait(chance() * longest);
    const faults: string[] = [];
    if (child.exitCode !== null) faults.push(`the app ended by itself: ${said.slice(0, 500)}`);
    child.kill('SIGKILL');
    await exited;

    const notes = await readJournal(journal).catch(() => []);
    const text = await fs.readFile(path, 'utf8');
    const inFile = stateIn(text);
    if (inFile === undefined)
      faults.push(`the file is not whole: ${text.length} characters, ${text.slice(0, 60)}`);
    const recoveries = await recoveryStore(join(ownFolder, 'recovery')).list({});
    const kept = recoveries.filter(({ key }) => key === orders.key);
    const inRecovery = kept.map((recovery) => stateIn(recovery.text));
    if (inRecovery.includes(undefined)) faults.push('the copy for after a crash is not whole');
    const ownFiles = await fs.readdir(ownFolder, { recursive: true });
    const copies = ownFiles.filter((name) => /recovery.[^.]*\.json$/.test(name));
    if (copies.length !== recoveries.length) faults.push('a copy for after a crash cannot be read');
    const found = Math.max(inFile ?? 0, ...inRecovery.map((state) => state ?? 0));
    if ((inFile ?? 0) < lastOf(notes, 'S'))
      faults.push('what was said to be saved is not in the file');
    if (found < lastOf(notes, 'W')) faults.push('what was said to be kept is not kept');
    const made = notes.filter(({ what }) => what === 'e');
    const lost = timeOf(made.filter((note) => note.edits > found));
    const left = await fs.readdir(join(folder, 'files'));
    const halfWritten =
      left.some((name) => name.endsWith('.tmp')) || ownFiles.some((name) => name.endsWith('.tmp'));

    // The next run goes on with the file, on a machine without what this one left.
    edits = inFile ?? 0;
    await fs.rm(ownFolder, { recursive: true, force: true });
    await fs.rm(journal, { force: true });
    for (const name of left.filter((one) => one.endsWith('.tmp')))
      await fs.rm(join(folder, 'files', name));
    if (inFile === undefined) await fs.writeFile(path, serialiseDesign(designAfter(0, nodes)));
    return {
      faults: faults.map((fault) => `machine ${number} (${nodes} nodes), run ${runs}: ${fault}`),
      lost,
      halfWritten,
      whileSaving: isOpen(notes, 's', 'S'),
      whileKeeping: isOpen(notes, 'w', 'W'),
      edits: made.length,
      saves: notes.filter(({ what }) => what === 'S').length,
    };
  };
};

/** Kills the app so many times. The same seed gives the same edits and the same moments, as far as a machine can. */
export const killMany = async ({
  kills,
  seed,
  atOnce = 4,
  plugin,
}: KillOptions): Promise<KillReport> => {
  const root = await fs.realpath(await fs.mkdtemp(join(tmpdir(), 'isobar-kill-')));
  try {
    const bundle = join(root, 'child.mjs');
    await bundleChild(bundle, plugin);
    const results: Awaited<ReturnType<Awaited<ReturnType<typeof makeMachine>>>>[] = [];
    let left = kills;
    const work = async (number: number): Promise<void> => {
      const kill = await makeMachine(root, number, bundle, seed);
      while (left > 0) {
        left -= 1;
        results.push(await kill());
      }
    };
    await Promise.all(Array.from({ length: atOnce }, (_, number) => work(number)));
    const count = (of: (result: (typeof results)[number]) => number | boolean): number =>
      results.reduce((sum, result) => sum + Number(of(result)), 0);
    return {
      kills: results.length,
      whileSaving: count((result) => result.whileSaving),
      whileKeeping: count((result) => result.whileKeeping),
      halfWritten: count((result) => result.halfWritten),
      edits: count((result) => result.edits),
      saves: count((result) => result.saves),
      mostLost: Math.max(...results.map(({ lost }) => lost)),
      meanLost: Math.round(count((result) => result.lost) / results.length),
      faults: results.flatMap(({ faults }) => faults),
    };
  } finally {
    await fs.rm(root, { recursive: true, force: true });
  }
};
