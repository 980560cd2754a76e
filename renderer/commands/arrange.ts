import {
  containerHeader,
  containerPadding,
  isContainer,
  sizeOfNode,
} from '../../shared/catalog/node-size.ts';
import { boxesOf } from '../../shared/exporters/picture/boxes.ts';
import type { Design, Node } from '../../shared/model/design.ts';
import {
  type Alignment,
  alignNodes,
  distributeNodes,
  group,
  groupKind,
  moveNodes,
  reparent,
  type SizeOf,
  sequence,
  ungroup,
} from '../../shared/model/edits/index.ts';
import type { NodeId } from '../../shared/model/ids.ts';
import { freshNodeId } from '../../shared/model/new-design.ts';
import {
  absolutePosition,
  childrenOf,
  descendantsOf,
  findNode,
  outermost,
} from '../../shared/model/tree.ts';
import type { App } from '../store/app-store.ts';
import { type Command, defineCommand, hasDesign, isEditable } from './command.ts';
import { boundsOf, mayHold, roomFor } from './placement.ts';
import { chosenNodes, nameNodes } from './selection.ts';

/** The nodes that a gesture on the chosen ones moves: not those inside others of them, and none that is locked. */
const movable = (app: App): readonly Node[] => {
  const { document, view } = app.state;
  if (!document || document.readOnly !== undefined || view.selection.size === 0) return [];
  return outermost(document.design, view.selection).filter(({ id }) => !view.locked.has(id));
};

/** As they are drawn: a container may have grown around what it holds. */
const drawnSizes = (design: Design): SizeOf => {
  const boxes = new Map<string, { readonly width: number; readonly height: number }>(
    boxesOf(design).map((box) => [box.node.id, box]),
  );
  return (node) => boxes.get(node.id) ?? sizeOfNode(node);
};

const idsOf = (nodes: readonly Node[]): readonly NodeId[] => nodes.map(({ id }) => id);

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

/** The containers that may hold all of the given nodes, in the order of the file; undefined stands for the canvas. */
export const homesFor = (design: Design, nodes: readonly Node[]): readonly (Node | undefined)[] => {
  const within = descendantsOf(design, idsOf(nodes));
  const own = new Set<string>(idsOf(nodes));
  const fits = (parent: string | undefined): boolean =>
    nodes.some((node) => node.parent !== parent) &&
    nodes.every(({ kind }) => mayHold(design, parent, kind));
  return [
    ...design.nodes.filter(
      (node) => isContainer(node) && !own.has(node.id) && !within.has(node.id) && fits(node.id),
    ),
    ...(fits(undefined) ? [undefined] : []),
  ];
};

/** Puts what is chosen into a container, or onto the canvas, where there is room near to where it was. */
export const bringInto = (app: App, parent: NodeId | undefined): void => {
  const design = app.state.document?.design;
  if (!design) return;
  const nodes = outermost(design, app.state.view.selection);
  const bounds = boundsOf(design, nodes);
  if (!bounds) return;
  const home = parent === undefined ? undefined : findNode(design, parent);
  const corner = roomFor(design, parent, bounds, bounds, new Set(idsOf(nodes)));
  const origin = absolutePosition(design, parent);
  app.edit(
    `Bring ${nameNodes(nodes)} ${home ? `into "${home.name}"` : 'onto the canvas'}`,
    sequence(
      reparent(idsOf(nodes), parent),
      moveNodes(
        nodes.map(({ id }) => {
          const at = absolutePosition(design, id);
          return [
            id,
            {
              x: at.x - bounds.x + corner.x - origin.x,
              y: at.y - bounds.y + corner.y - origin.y,
            },
          ];
        }),
      ),
    ),
  );
  app.canvas?.reveal(idsOf(nodes));
};

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
