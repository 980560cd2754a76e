import { containerHeader, containerPadding, sizeOfNode } from '../../shared/catalog/node-size.ts';
import { boxesOf } from '../../shared/exporters/picture/boxes.ts';
import type { Design, Node } from '../../shared/model/design.ts';
import {
  type Alignment,
  alignNodes,
  distributeNodes,
  group,
  groupKind,
  moveNodes,
  type SizeOf,
  sequence,
  ungroup,
} from '../../shared/model/edits/index.ts';
import { freshNodeId } from '../../shared/model/new-design.ts';
import { childrenOf, outermost } from '../../shared/model/tree.ts';
import type { App } from '../store/app-store.ts';
import { type Command, defineCommand, hasDesign, isEditable } from './command.ts';
import { idsOf, movable } from './movable.ts';
import { chosenNodes, nameNodes } from './selection.ts';

/** As they are drawn: a container may have grown around what it holds. */
const drawnSizes = (design: Design): SizeOf => {
  const boxes = new Map<string, { readonly width: number; readonly height: number }>(
    boxesOf(design).map((box) => [box.node.id, box]),
  );
  return (node) => boxes.get(node.id) ?? sizeOfNode(node);
};

const align = (alignment: Alignment, title: string, key: string): Command =>
  defineCommand({
    id: `arrange.align-${alignment}`,
    title,
    group: 'arrange',
    keys: [`alt+shift+${key}`],
    ...(alignment === 'left' && { startsSection: true }),
    when: (app) => movable(app).length > 1,
    run: (app) => {
      const design = app.state.document?.design;
      const nodes = movable(app);
      if (design)
        app.edit(
          `${title}: ${nameNodes(nodes)}`,
          alignNodes(idsOf(nodes), alignment, drawnSizes(design)),
        );
    },
  });

const distribute = (axis: 'horizontal' | 'vertical', title: string, key: string): Command =>
  defineCommand({
    id: `arrange.distribute-${axis}`,
    title,
    group: 'arrange',
    keys: [`alt+shift+${key}`],
    ...(axis === 'horizontal' && { startsSection: true }),
    words: 'space evenly gaps',
    when: (app) => movable(app).length > 2,
    run: (app) => {
      const design = app.state.document?.design;
      const nodes = movable(app);
      if (design)
        app.edit(
          `${title}: ${nameNodes(nodes)}`,
          distributeNodes(idsOf(nodes), axis, drawnSizes(design)),
        );
    },
  });

/** Presses that follow one another this soon, in milliseconds, are one step: a key that is held repeats faster. */
const pause = 600;
const lastNudges = new WeakMap<App, { readonly at: number; readonly run: number }>();

/** The key under which one run of presses merges; a pause starts another. */
const runOf = (app: App): number => {
  const now = app.parts.now();
  const last = lastNudges.get(app);
  const run = last === undefined ? 0 : now - last.at > pause ? last.run + 1 : last.run;
  lastNudges.set(app, { at: now, run });
  return run;
};

const nudge = (way: string, key: string, dx: number, dy: number, far: boolean): Command =>
  defineCommand({
    id: `arrange.move-${way}${far ? '-far' : ''}`,
    title: `Move ${way}${far ? ' further' : ''}`,
    group: 'arrange',
    keys: [far ? `shift+${key}` : key],
    onCanvas: true,
    hidden: true,
    when: (app) => movable(app).length > 0 && app.state.view.connectingFrom === undefined,
    run: (app) => {
      const nodes = movable(app);
      // On the grid one step is one dot; off it a pixel, for those who place things exactly.
      const step =
        (app.state.settings.snap ? 8 : 1) * (far ? (app.state.settings.snap ? 4 : 8) : 1);
      app.edit(
        `Move ${nameNodes(nodes)}`,
        moveNodes(
          nodes.map(({ id, position }) => [
            id,
            { x: position.x + dx * step, y: position.y + dy * step },
          ]),
        ),
        { mergeKey: `nudge ${runOf(app)} ${idsOf(nodes).join(' ')}` },
      );
      app.canvas?.reveal(idsOf(nodes));
    },
  });

const ways = [
  ['left', 'left', -1, 0],
  ['right', 'right', 1, 0],
  ['up', 'up', 0, -1],
  ['down', 'down', 0, 1],
] as const;

const setLocked = (app: App, isLocked: boolean): void => {
  const nodes = chosenNodes(app);
  app.setView(({ locked }) => {
    const next = new Set(locked);
    for (const { id } of nodes) {
      if (isLocked) next.add(id);
      else next.delete(id);
    }
    return { locked: next };
  });
};

const chosenGroups = (app: App): readonly Node[] =>
  isEditable(app) ? chosenNodes(app).filter(({ kind }) => kind === groupKind) : [];

export const arrangeCommands: readonly Command[] = [
  defineCommand({
    id: 'arrange.group',
    title: 'Group',
    group: 'arrange',
    keys: ['mod+g'],
    when: (app) => movable(app).length > 0,
    run: (app) => {
      const design = app.state.document?.design;
      if (!design) return;
      const nodes = movable(app);
      const id = freshNodeId(design, 'Group');
      app.edit(
        `Group ${nameNodes(nodes)}`,
        group(idsOf(nodes), {
          id,
          name: 'Group',
          padding: containerPadding,
          header: containerHeader - containerPadding,
          sizeOf: drawnSizes(design),
        }),
        { select: [id] },
      );
    },
  }),
  defineCommand({
    id: 'arrange.ungroup',
    title: 'Ungroup',
    group: 'arrange',
    keys: ['mod+shift+g'],
    when: (app) => chosenGroups(app).length > 0,
    run: (app) => {
      const design = app.state.document?.design;
      if (!design) return;
      const groups = chosenGroups(app);
      const held = groups.flatMap(({ id }) => idsOf(childrenOf(design, id)));
      app.edit(`Ungroup ${nameNodes(groups)}`, sequence(...groups.map(({ id }) => ungroup(id))), {
        select: held,
      });
    },
  }),
  defineCommand({
    id: 'arrange.into',
    title: 'Bring into container…',
    group: 'arrange',
    words: 'move vpc subnet region group parent',
    when: (app) => app.canvas !== undefined && movable(app).length > 0,
    run: (app) => app.canvas?.pickContainer(),
  }),
  align('left', 'Align left', 'left'),
  align('center', 'Align centers', 'c'),
  align('right', 'Align right', 'right'),
  align('top', 'Align top', 'up'),
  align('middle', 'Align middles', 'm'),
  align('bottom', 'Align bottom', 'down'),
  distribute('horizontal', 'Distribute horizontally', 'h'),
  distribute('vertical', 'Distribute vertically', 'v'),
  defineCommand({
    id: 'arrange.layout',
    title: 'Auto layout',
    group: 'arrange',
    keys: ['mod+shift+l'],
    words: 'arrange tidy elk automatic',
    startsSection: true,
    when: (app) =>
      isEditable(app) &&
      app.canvas !== undefined &&
      (app.state.document?.design.nodes.length ?? 0) > 0,
    run: (app) => {
      const design = app.state.document?.design;
      if (!design) return;
      const nodes = outermost(design, app.state.view.selection);
      // One card alone cannot be arranged: then all of the design is meant.
      const isSelection =
        nodes.length > 1 || nodes.some(({ id }) => childrenOf(design, id).length > 0);
      return app.canvas?.layout(isSelection ? idsOf(nodes) : undefined);
    },
  }),
  defineCommand({
    id: 'arrange.layout-all',
    title: 'Auto layout of the whole design',
    group: 'arrange',
    words: 'arrange tidy elk automatic',
    when: (app) => isEditable(app) && app.canvas !== undefined && hasDesign(app),
    run: (app) => app.canvas?.layout(),
  }),
  defineCommand({
    id: 'arrange.lock',
    title: 'Lock',
    group: 'arrange',
    keys: ['alt+shift+l'],
    words: 'pin fix',
    startsSection: true,
    when: (app) => chosenNodes(app).some(({ id }) => !app.state.view.locked.has(id)),
    run: (app) => setLocked(app, true),
  }),
  defineCommand({
    id: 'arrange.unlock',
    title: 'Unlock',
    group: 'arrange',
    keys: ['alt+shift+l'],
    when: (app) => chosenNodes(app).some(({ id }) => app.state.view.locked.has(id)),
    run: (app) => setLocked(app, false),
  }),
  ...ways.flatMap(([way, key, dx, dy]) => [
    nudge(way, key, dx, dy, false),
    nudge(way, key, dx, dy, true),
  ]),
];
