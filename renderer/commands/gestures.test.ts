import { describe, expect, test } from 'vitest';
import { boxesOf } from '../../shared/exporters/picture/boxes.ts';
import {
  exampleConnection,
  exampleDesign,
  exampleNode,
  nodeId,
} from '../../shared/model/testing/example-design.ts';
import { absolutePosition, findNode } from '../../shared/model/tree.ts';
import { addService, addServiceHere } from './add-service.ts';
import { bringInto, homesFor } from './bring-into.ts';
import { deleteChosen } from './edit.ts';
import { openApp } from './testing/open-app.ts';

const vpc = nodeId('vpc');
const design = exampleDesign(
  [
    exampleNode('api', { kind: 'rest-api', name: 'API', position: { x: 0, y: 0 } }),
    exampleNode('fn', { kind: 'lambda', name: 'Fn', position: { x: 300, y: 0 } }),
    exampleNode('queue', { kind: 'sqs-queue', name: 'Queue', position: { x: 600, y: 0 } }),
    exampleNode('lone', { kind: 's3-bucket', name: 'Lone', position: { x: 0, y: 200 } }),
    exampleNode('vpc', {
      kind: 'vpc',
      name: 'VPC',
      position: { x: 0, y: 400 },
      size: { width: 600, height: 400 },
    }),
    exampleNode('inner', { kind: 'lambda', parent: vpc, position: { x: 40, y: 60 } }),
  ],
  [
    exampleConnection('api', 'fn', { type: 'rest-api--lambda' }),
    exampleConnection('fn', 'queue', { type: 'lambda--sqs-queue' }),
  ],
);

const overlaps = (of: ReturnType<typeof boxesOf>): boolean =>
  of.some((a) =>
    of.some(
      (b) =>
        a !== b &&
        a.parent === b.parent &&
        a.x < b.x + b.width &&
        b.x < a.x + a.width &&
        a.y < b.y + b.height &&
        b.y < a.y + a.height,
    ),
  );

describe('moving by keys', () => {
  test('presses that repeat are one step, a pause starts another', async () => {
    const { app, run, clock, design: now } = await openApp(design);
    app.select(['fn']);
    for (let press = 0; press < 5; press += 1) {
      await run('arrange.move-right');
      clock.now += 40;
    }
    await run('arrange.move-down-far');
    expect(findNode(now(), 'fn')?.position).toEqual({ x: 340, y: 32 });
    expect(app.state.document?.past.map(({ label }) => label)).toEqual(['Move "Fn"']);
    clock.now += 2000;
    await run('arrange.move-left');
    expect(app.state.document?.past).toHaveLength(2);
    app.undo();
    app.undo();
    expect(now()).toEqual(design);
  });
  test('what is locked stays', async () => {
    const { app, run } = await openApp(design);
    app.select(['fn', 'queue']);
    await run('arrange.lock');
    expect(await run('arrange.move-right')).toBe(false);
    expect(await run('arrange.align-left')).toBe(false);
    await run('arrange.unlock');
    expect(await run('arrange.move-right')).toBe(true);
  });
});

test('Tab walks in reading order and ends at both ends', async () => {
  const { app, run } = await openApp(design);
  const seen: string[] = [];
  while (await run('edit.next-node')) seen.push(...app.state.view.selection);
  expect(seen).toEqual(['api', 'fn', 'queue', 'lone', 'vpc', 'inner']);
  expect(await run('edit.previous-node')).toBe(true);
  expect([...app.state.view.selection]).toEqual(['vpc']);
});

test('N walks along the connections of a node, Tab goes on to where one ends', async () => {
  const { app, run } = await openApp(design);
  app.select(['fn']);
  await run('edit.next-connection');
  expect([...app.state.view.selection]).toEqual(['api--fn']);
  await run('edit.next-connection');
  expect([...app.state.view.selection]).toEqual(['fn--queue']);
  await run('edit.next-node');
  expect([...app.state.view.selection]).toEqual(['queue']);
});

test('selects upstream, downstream, all that is connected, and the rest', async () => {
  const { app, run } = await openApp(design);
  app.select(['fn']);
  await run('edit.select-upstream');
  expect([...app.state.view.selection].sort()).toEqual(['api', 'api--fn', 'fn']);
  app.select(['fn']);
  await run('edit.select-downstream');
  expect([...app.state.view.selection].sort()).toEqual(['fn', 'fn--queue', 'queue']);
  app.select(['queue']);
  await run('edit.select-connected');
  await run('edit.select-invert');
  expect([...app.state.view.selection].sort()).toEqual(['inner', 'lone', 'vpc']);
});

test('groups and ungroups, and nothing moves to the eye', async () => {
  const { app, run, design: now } = await openApp(design);
  app.select(['api', 'fn']);
  await run('arrange.group');
  const [group] = app.state.view.selection;
  expect(findNode(now(), 'fn')?.parent).toBe(group);
  expect(absolutePosition(now(), 'fn')).toEqual({ x: 300, y: 0 });
  await run('arrange.ungroup');
  expect([...app.state.view.selection]).toEqual(['api', 'fn']);
  expect(now().nodes).toEqual(design.nodes);
});

describe('copies', () => {
  test('are placed where there is room', async () => {
    const { app, run, design: now } = await openApp(design);
    for (let count = 0; count < 6; count += 1) {
      app.select(['api', 'fn']);
      await run('edit.duplicate');
    }
    expect(now().nodes).toHaveLength(design.nodes.length + 12);
    expect(now().connections).toHaveLength(design.connections.length + 6);
    expect(overlaps(boxesOf(now()))).toBe(false);
  });
  test('go into the chosen container if that may hold them, else beside it', async () => {
    const { app, run, design: now } = await openApp(design);
    app.select(['fn']);
    await run('edit.copy');
    app.select(['vpc']);
    await run('edit.paste');
    const [copy = ''] = app.state.view.selection;
    expect(findNode(now(), copy)).toMatchObject({ kind: 'lambda', parent: 'vpc' });
    app.select(['queue']);
    await run('edit.copy');
    app.select(['vpc']);
    await run('edit.paste');
    const [second = ''] = app.state.view.selection;
    expect(findNode(now(), second)).not.toHaveProperty('parent');
    expect(overlaps(boxesOf(now()))).toBe(false);
  });
  test('of a container do not go into the container itself', async () => {
    const { app, run, design: now } = await openApp(design);
    app.select(['vpc']);
    await run('edit.copy');
    await run('edit.paste');
    const [copy = ''] = app.state.view.selection;
    expect(findNode(now(), copy)).toMatchObject({ kind: 'vpc' });
    expect(findNode(now(), copy)).not.toHaveProperty('parent');
  });
  test('cutting a container takes what it holds', async () => {
    const { app, run, design: now } = await openApp(design);
    app.select(['vpc']);
    await run('edit.cut');
    expect(findNode(now(), 'inner')).toBeUndefined();
    await run('edit.paste');
    expect(
      now()
        .nodes.map(({ kind }) => kind)
        .sort(),
    ).toEqual(design.nodes.map(({ kind }) => kind).sort());
  });
});

describe('adding', () => {
  test('again and again finds room, one step each', async () => {
    const { app, design: now } = await openApp(design);
    for (let count = 0; count < 8; count += 1) addServiceHere(app, 'sqs-queue');
    expect(now().nodes).toHaveLength(design.nodes.length + 8);
    expect(overlaps(boxesOf(now()))).toBe(false);
    expect(app.state.document?.past).toHaveLength(8);
    expect(app.state.settings.recentKinds).toEqual(['sqs-queue']);
  });
  test('goes into the chosen container if that may hold it', async () => {
    const { app, design: now } = await openApp(design);
    app.select(['vpc']);
    const id = addServiceHere(app, 'rds-instance') ?? '';
    expect(findNode(now(), id)?.parent).toBe('vpc');
    expect(overlaps(boxesOf(now()))).toBe(false);
    app.select(['vpc']);
    expect(findNode(now(), addServiceHere(app, 's3-bucket') ?? '')?.parent).toBeUndefined();
  });
  test('a drop stands under the pointer, or says why not', async () => {
    const { app, design: now } = await openApp(design);
    const id = addService(app, 'lambda', { x: 304, y: 600 }) ?? '';
    expect(absolutePosition(now(), id)).toEqual({ x: 200, y: 568 });
    expect(app.state.view.notices).toEqual([]);
    const bucket = addService(app, 's3-bucket', { x: 304, y: 700 }) ?? '';
    expect(findNode(now(), bucket)).not.toHaveProperty('parent');
    expect(app.state.view.notices[0]?.text).toContain('cannot stand in "VPC"');
  });
});

test('brings nodes into a container that may hold them', async () => {
  const { app, design: now } = await openApp(design);
  const fn = findNode(design, 'fn')!;
  expect(homesFor(design, [fn]).map((home) => home?.id)).toEqual(['vpc']);
  expect(homesFor(design, [findNode(design, 'inner')!])).toEqual([undefined]);
  app.select(['fn']);
  bringInto(app, vpc);
  expect(findNode(now(), 'fn')?.parent).toBe('vpc');
  expect(overlaps(boxesOf(now()))).toBe(false);
  expect(app.state.document?.past.at(-1)?.label).toBe('Bring "Fn" into "VPC"');
});

describe('deleting', () => {
  test('asks about a container that holds something, and does what was answered', async () => {
    const { app, run, design: now } = await openApp(design);
    app.select(['vpc']);
    await run('edit.delete');
    expect(app.state.view.dialog).toMatchObject({ kind: 'delete', ids: ['vpc'] });
    deleteChosen(app, 'delete');
    expect(findNode(now(), 'inner')).toBeUndefined();
    app.undo();
    app.select(['vpc']);
    deleteChosen(app, 'move-up');
    expect(absolutePosition(now(), 'inner')).toEqual({ x: 40, y: 460 });
  });
  test('says what else went', async () => {
    const { app, run } = await openApp(design);
    app.select(['fn']);
    await run('edit.delete');
    expect(app.state.view.notices[0]?.text).toBe('Deleted with it: 2 connections.');
  });
});
