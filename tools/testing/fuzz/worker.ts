import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { commandLine } from './command-target.ts';
import { designTargets } from './design-targets.ts';
import { languageTargets } from './language-targets.ts';
import { messages } from './message-target.ts';
import type { FuzzAnswer, FuzzOrders } from './target.ts';

/*
 * Throws inputs at one target. Before each it writes down what it is about to try, so that whoever watches knows what
 * made it hang or run out of memory.
 */

/** Longer than this for one input is too long, also on a slow machine that has more to do. */
const longestAllowed = 10_000;

const orders = workerData as FuzzOrders;
const count = new Int32Array(orders.watched, 0, 2);
const shown = Buffer.from(orders.watched, 8);

const targets = [
  ...designTargets(orders.root),
  ...languageTargets(orders.root),
  commandLine(orders.folder, orders.root),
  await messages(orders.folder),
];

if (orders.runs === 0) parentPort?.postMessage(targets.map(({ name, share }) => ({ name, share })));
else {
  const target = targets.find(({ name }) => name === orders.target);
  if (!target) throw new Error(`There is no target ${orders.target}.`);
  const outcomes = new Map<string, number>();
  let longest = 0;
  const attempt = async (input: unknown): Promise<void> => {
    const length = shown.write(target.show(input));
    Atomics.store(count, 1, length);
    Atomics.add(count, 0, 1);
    const begin = performance.now();
    const word = await target.attempt(input);
    const took = performance.now() - begin;
    longest = Math.max(longest, took);
    if (took > longestAllowed) throw new Error(`it took ${Math.round(took)} ms`);
    outcomes.set(word, (outcomes.get(word) ?? 0) + 1);
  };
  const details = await fc.check(
    fc.asyncProperty(target.input, async (input) => {
      await attempt(input);
    }),
    { numRuns: orders.runs, seed: orders.seed },
  );
  const [input] = details.counterexample ?? [];
  const { errorInstance: error } = details;
  const answer: FuzzAnswer = {
    runs: Atomics.load(count, 0),
    outcomes: Object.fromEntries(outcomes),
    longest,
    ...(details.failed && {
      failure: {
        words: error instanceof Error ? (error.stack ?? error.message) : String(error),
        input: details.counterexample ? target.show(input) : '',
        path: details.counterexamplePath ?? '',
      },
    }),
  };
  parentPort?.postMessage(answer);
}
