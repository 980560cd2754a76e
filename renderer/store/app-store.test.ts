import { describe, expect, test } from 'vitest';
import { kindFacts } from '../../shared/catalog/catalog.ts';
import { createGraph } from '../../shared/graph/incremental-graph.ts';
import { memoryHost } from '../../shared/host/memory-host.ts';
import type { Design } from '../../shared/model/design.ts';
import { addNode, deleteItems, rename } from '../../shared/model/edits/index.ts';
import { asConnectionId, asNodeId } from '../../shared/model/ids.ts';
import { newDesign } from '../../shared/model/new-design.ts';
import { createApp } from './app-store.ts';
import { openDocument } from './document.ts';
import { loadEngine } from './engine.ts';

const work = asNodeId('work-0')!;
const design = (count: number): Design => ({
  ...newDesign({ name: 'D', region: 'eu-west-1' }),
  nodes: Array.from({ length: count }, (_, index) => ({
    id: asNodeId(`work-${index}`)!,
    kind: 'lambda',
    name: `Work ${index}`,
    position: { x: 0, y: index * 100 },
    // Longer than AWS lets a function run.
    properties: { timeout: index === 0 ? 901 : 3 },
  })),
});

const makeApp = async (afterPicture?: (work: () => void) => void) => {
  const { host } = memoryHost({ now: () => 0 });
  const app = createApp({
    host,
    info: await host.info(),
    now: () => 0,
    makeKey: () => 'k',
    ...(afterPicture && { afterPicture }),
  });
  app.setGraph(createGraph(kindFacts, newDesign({ name: '', region: '' })));
  return app;
};
const engine = () => loadEngine('2026-11-21', () => 0);

describe('the choice follows the history', () => {
  const fed = (): Design => {
    const base = design(4);
    const [first, second, third] = base.nodes;
    if (!first || !second || !third) throw new Error('missing');
    return {
      ...base,
      nodes: [
        { ...first, kind: 'group', size: { width: 400, height: 400 } },
        { ...second, parent: first.id },
        ...base.nodes.slice(2),
      ],
      connections: [
        {
          id: asConnectionId('line')!,
          type: 'lambda--lambda',
          from: second.id,
          to: third.id,
          properties: {},
        },
      ],
    };
  };
  const opened = async () => {
    const app = await makeApp();
    app.show(openDocument('a', fed()));
    return app;
  };
  const chosen = (app: Awaited<ReturnType<typeof opened>>) => [...app.state.view.selection];

  test('what was deleted is chosen again when it comes back, a container for what it holds', async () => {
    const app = await opened();
    app.select(['work-0', 'work-3']);
    app.edit('Delete', deleteItems(['work-0', 'work-3']));
    expect(chosen(app)).toEqual([]);
    app.select(['work-2']);
    app.undo();
    expect(chosen(app)).toEqual(['work-0', 'work-3']);
    app.redo();
    expect(chosen(app)).toEqual([]);
  });

  test('a connection that comes back alone is chosen', async () => {
    const app = await opened();
    app.edit('Delete', deleteItems(['line']));
    app.undo();
    expect(chosen(app)).toEqual(['line']);
  });

  test('what was added is chosen when it is added again', async () => {
    const app = await opened();
    const id = asNodeId('fresh')!;
    app.edit('Add', addNode({ id, kind: 'lambda', name: 'F', position: { x: 0, y: 0 } }), {
      select: [id],
    });
    app.undo();
    expect(chosen(app)).toEqual([]);
    app.redo();
    expect(chosen(app)).toEqual(['fresh']);
  });

  test('a step that brings nothing back leaves the choice alone', async () => {
    const app = await opened();
    app.edit('Rename', rename(work, 'Other'));
    app.select(['work-2']);
    app.undo();
    expect(chosen(app)).toEqual(['work-2']);
  });
});

describe('findings', () => {
  test('come with the checks, and follow every edit and every step back', async () => {
    const app = await makeApp();
    app.show(openDocument('a', design(2)));
    expect(app.state.findings.ready).toBe(false);
    app.setEngine(await engine());
    expect(app.state.findings.counts.error).toBeGreaterThan(0);
    expect(app.state.findings.at.get(work)?.[0]?.severity).toBe('error');
    app.edit('Delete', deleteItems([work]));
    expect(app.state.findings.at.get(work)).toBeUndefined();
    app.undo();
    expect(app.state.findings.at.get(work)?.[0]?.severity).toBe('error');
  });

  test('of a large design wait until it is shown; an edit does not wait', async () => {
    const later: (() => void)[] = [];
    const app = await makeApp((work) => later.push(work));
    app.setEngine(await engine());
    app.show(openDocument('a', design(400)));
    expect(app.state.findings.ready).toBe(false);
    for (const work of later.splice(0)) work();
    expect(app.state.findings.ready).toBe(true);
    app.show(openDocument('b', design(401)));
    app.edit('Rename', rename(work, 'X'));
    expect(app.state.findings.ready).toBe(true);
    expect(app.graph.node(work)?.name).toBe('X');
    for (const work of later.splice(0)) work();
    expect(app.state.findings.at.get(work)?.[0]?.severity).toBe('error');
  });
});

test('what is gone is not chosen any more', async () => {
  const app = await makeApp();
  app.show(openDocument('a', design(2)));
  app.select(['work-0', 'work-1']);
  app.edit('Delete', deleteItems([work]));
  expect([...app.state.view.selection]).toEqual(['work-1']);
});

test('a design that may not be changed says why, and stays', async () => {
  const app = await makeApp();
  app.show({ ...openDocument('a', design(1)), readOnly: 'Made by a newer Isobar.' });
  expect(app.edit('Delete', deleteItems([work]))).toBe(false);
  expect(app.state.document?.design.nodes).toHaveLength(1);
  expect(app.state.view.notices.map(({ text }) => text)).toEqual(['Made by a newer Isobar.']);
});

test('the same message is shown once', async () => {
  const app = await makeApp();
  app.notify({ tone: 'info', text: 'A' });
  app.notify({ tone: 'info', text: 'B' });
  app.notify({ tone: 'info', text: 'A' });
  expect(app.state.view.notices.map(({ text }) => text)).toEqual(['B', 'A']);
});
