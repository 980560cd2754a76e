import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { madeDesign } from '../../bench/made-design.ts';
import { kindFacts } from '../../shared/catalog/catalog.ts';
import { createGraph } from '../../shared/graph/incremental-graph.ts';
import { memoryHost } from '../../shared/host/memory-host.ts';
import {
  addNode,
  connect,
  deleteItems,
  type Edit,
  moveNodes,
  rename,
  setProperty,
} from '../../shared/model/edits/index.ts';
import { asConnectionId, asNodeId } from '../../shared/model/ids.ts';
import { newDesign } from '../../shared/model/new-design.ts';
import { createSceneMaker } from '../canvas/scene.ts';
import { type App, createApp } from './app-store.ts';
import { openDocument } from './document.ts';
import { loadEngine } from './engine.ts';

/*
 * What stays in memory after 10,000 rounds of editing, undoing and going about: the real store, graph, checks and
 * scene. Names and ids are new each time, so that whatever is kept by one of them shows.
 */

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** In megabytes, once nothing more can be thrown away. */
const heap = async (): Promise<number> => {
  for (let round = 0; round < 3; round++) {
    collect();
    await new Promise((done) => setTimeout(done, 20));
  }
  return process.memoryUsage().heapUsed / 1e6;
};

const size = 30;

const openApp = async ({ checks }: { readonly checks: boolean }) => {
  const { host } = memoryHost({ now: () => 0 });
  const app = createApp({ host, info: await host.info(), now: () => 0, makeKey: () => 'k' });
  app.setGraph(createGraph(kindFacts, newDesign({ name: '', region: '' })));
  if (checks) app.setEngine(await loadEngine('2026-11-21', () => 0));
  app.show(openDocument('a', madeDesign(size)));
  const scenes = createSceneMaker();
  const draw = (): void => {
    const { document } = app.state;
    if (document) scenes.make(document.design, new Set(), app.graph);
  };
  draw();
  return { app, draw };
};

const lambdas = madeDesign(size).nodes.filter(({ kind }) => kind === 'lambda');
const tables = madeDesign(size).nodes.filter(({ kind }) => kind === 'dynamodb-table');
const pick = <T>(items: readonly T[], round: number): T => items[(round * 7) % items.length]!;

/** One of the edits that people make, with names and ids that were never there before. */
const editOf = (round: number): Edit => {
  const lambda = pick(lambdas, round);
  const kinds: readonly (() => Edit)[] = [
    () => rename(lambda.id, `Renamed ${round}`),
    () => moveNodes([[lambda.id, { x: round % 991, y: round % 613 }]]),
    () => setProperty(lambda.id, 'description', `Said in round ${round}`),
    () =>
      addNode({
        id: asNodeId(`fresh-${round}`)!,
        kind: 'sqs-queue',
        name: `Fresh ${round}`,
        position: { x: round % 700, y: 900 },
      }),
    () =>
      connect({
        id: asConnectionId(`line-${round}`)!,
        type: 'lambda--dynamodb-table',
        from: lambda.id,
        to: pick(tables, round + 3).id,
        properties: {},
      }),
    () => deleteItems([lambda.id]),
  ];
  return kinds[round % kinds.length]!();
};

/** Goes about: chooses, looks, opens and closes, as clicks and keys do. */
const navigate = (app: App, round: number): void => {
  app.select([pick(lambdas, round).id, pick(tables, round).id]);
  app.focus({ kind: 'fit' });
  app.notify({ tone: 'info', text: `Round ${round}` });
  const notice = app.state.view.notices.at(-1);
  if (notice && round % 2 === 0) app.dismiss(notice.id);
};

/** In megabytes, after 10,000 rounds: 100 bytes a round. What a round leaves behind takes more than that. */
const bound = 1;
/** The machine may be busy: what counts here is memory. */
const patience = 900_000;

test('the measure sees small things that are kept', async () => {
  const kept: object[] = [];
  const before = await heap();
  for (let round = 0; round < 10_000; round++)
    kept.push({ id: `kept-${round}`, name: `Kept ${round}`, position: { x: round, y: 0 } });
  expect((await heap()) - before).toBeGreaterThan(bound);
  expect(kept).toHaveLength(10_000);
});

test(
  '10,000 edits that are undone, and going about, leave nothing behind',
  async () => {
    const { app, draw } = await openApp({ checks: true });
    const before = app.state.document?.design;
    const go = (from: number, to: number): void => {
      for (let round = from; round < to; round++) {
        if (!app.edit('Edit', editOf(round))) throw new Error(`Round ${round} changed nothing.`);
        if (round % 2 === 0) draw();
        app.undo();
        if (round % 2 === 1) draw();
        navigate(app, round);
      }
    };
    go(0, 2000);
    const first = await heap();
    go(2000, 12_000);
    const grown = (await heap()) - first;
    expect(app.state.document?.design).toBe(before);
    expect(app.state.document?.past).toHaveLength(0);
    expect(grown).toBeLessThan(bound);
  },
  patience,
);

test(
  'a history of 12,000 edits takes no more than one of 2,000',
  async () => {
    const { app, draw } = await openApp({ checks: false });
    const go = (from: number, to: number): void => {
      for (let round = from; round < to; round++) {
        const lambda = pick(lambdas, round).id;
        app.edit('Rename', rename(lambda, `Renamed ${round}`));
        app.edit('Move', moveNodes([[lambda, { x: round % 991, y: round % 613 }]]));
        if (round % 10 === 0) draw();
      }
    };
    go(0, 1000);
    const first = await heap();
    go(1000, 6000);
    const grown = (await heap()) - first;
    expect(app.state.document?.past).toHaveLength(1000);
    expect(grown).toBeLessThan(bound);
  },
  patience,
);
