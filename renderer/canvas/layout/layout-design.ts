import { applyLayout, type Placement } from '../../../shared/model/edits/index.ts';
import type { NodeId } from '../../../shared/model/ids.ts';
import { findNode } from '../../../shared/model/tree.ts';
import type { App } from '../../store/app-store.ts';
import { layoutTasks } from './elk-graph.ts';
import { isMotionless } from './motion.ts';
import { addPlacements, nothingFound } from './placements.ts';

/** How long nodes glide to their new places, in milliseconds. */
const glide = 260;
/** More nodes than this do not glide: the last frames would come late. */
const mostGliding = 250;
/** A wait that is longer than this is explained, in milliseconds. */
const patience = 500;
const waiting = 'Finding a layout…';

let count = 0;
let isBusy = false;

/** Arranges nodes by their connections: those given with what they hold, or all. One step, and the view follows. */
export const layoutDesign = async (app: App, ids?: readonly string[]): Promise<void> => {
  const design = app.state.document?.design;
  if (!design || isBusy) return;
  isBusy = true;
  const timer = setTimeout(() => app.notify({ tone: 'info', text: waiting }), patience);
  try {
    const tasks = layoutTasks(design, ids, app.state.view.locked);
    // ELK is large, and most people draw without it.
    const { arrange } = await import('./elk.ts');
    const found = nothingFound();
    for (const task of tasks)
      addPlacements(found, task, await Promise.all(task.graphs.map(arrange)));
    const { placements } = found;
    const now = app.state.document?.design;
    if (!now) return;
    // What was changed meanwhile is not arranged against the person's will.
    for (const id of placements.keys()) {
      const [before, after] = [findNode(design, id), findNode(now, id)];
      if (!after || before?.parent !== after.parent || before?.position !== after.position)
        placements.delete(id);
    }
    const what = ids === undefined ? 'the design' : `${placements.size} nodes`;
    await glideTo(app, `Auto layout of ${what}`, placements);
    if (ids === undefined) app.focus({ kind: 'fit' });
    else app.canvas?.reveal(ids);
  } finally {
    isBusy = false;
    clearTimeout(timer);
    const shown = app.state.view.notices.find(({ text }) => text === waiting);
    if (shown) app.dismiss(shown.id);
  }
};

/** Moves nodes to their places: gliding, if that is wanted and they are few, and in any case as one step. */
const glideTo = async (
  app: App,
  label: string,
  placements: ReadonlyMap<NodeId, Placement>,
): Promise<void> => {
  const start = app.state.document?.design;
  if (!start) return;
  count += 1;
  const mergeKey = `layout ${count}`;
  const finish = (): void => {
    app.edit(label, applyLayout(placements), { mergeKey });
    app.endGesture();
  };
  if (isMotionless(app) || start.nodes.length > mostGliding) return finish();
  const from = new Map(start.nodes.map((node) => [node.id, node]));
  const began = performance.now();
  let drawn = app.state.document?.design;
  for (;;) {
    const now = await new Promise<number>(requestAnimationFrame);
    // Undone or changed by somebody while it glides: then it stays as it is.
    if (app.state.document?.design !== drawn) return;
    const part = Math.min(1, (now - began) / glide);
    if (part >= 1) return finish();
    const eased = 1 - (1 - part) ** 3;
    app.edit(
      label,
      applyLayout(
        [...placements].map(([id, to]): [NodeId, Placement] => {
          const node = from.get(id);
          const mix = (a: number, b: number): number => a + (b - a) * eased;
          if (!node) return [id, to];
          const place = { x: mix(node.position.x, to.x), y: mix(node.position.y, to.y) };
          return [
            id,
            to.width === undefined || to.height === undefined
              ? place
              : {
                  ...place,
                  width: mix(node.size?.width ?? to.width, to.width),
                  height: mix(node.size?.height ?? to.height, to.height),
                },
          ];
        }),
      ),
      { mergeKey },
    );
    drawn = app.state.document?.design;
  }
};
