import { isContainer, sizeOfNode } from '../../shared/catalog/node-size.ts';
import type { Area } from '../../shared/lib/free-place.ts';
import type { Design, Node, Position } from '../../shared/model/design.ts';
import {
  type Clipboard,
  copyItems,
  type PasteOptions,
  parseClipboard,
  pastedIds,
  pasteItems,
} from '../../shared/model/edits/index.ts';
import type { NodeId } from '../../shared/model/ids.ts';
import { ancestorsOf } from '../../shared/model/tree.ts';
import type { App } from '../store/app-store.ts';
import { containerAt, mayHold, roomFor } from './placement.ts';
import { tell } from './saving.ts';
import { chosenIds, chosenNode, nameNodes } from './selection.ts';

/** Puts what is chosen on the system's clipboard, where other windows find it. Gives false when that failed. */
export const copyChosen = async (app: App): Promise<boolean> => {
  const { document } = app.state;
  if (!document) return false;
  const clipboard = copyItems(document.design, chosenIds(app));
  const written = await app.parts.host.writeClipboard(JSON.stringify(clipboard));
  if (!written.ok) tell(app, written.error);
  return written.ok;
};

/** Those that stand in no other of the clipboard; their positions are places on the canvas. */
const rootsOf = ({ nodes }: Clipboard): readonly Node[] =>
  nodes.filter(({ parent }) => parent === undefined);

/** The rectangle around what is on the clipboard. */
const boundsOf = (roots: readonly Node[]): Area => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const node of roots) {
    const { x, y } = node.position;
    const { width, height } = sizeOfNode(node);
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
};

/**
 * The container to paste into: the chosen one, else the innermost at the place, as long as it may hold all that is
 * pasted; else the next one around it. A container that was just copied does not take its own copy.
 */
const pasteHolder = (
  design: Design,
  clipboard: Clipboard,
  chosen: Node | undefined,
  at: Position,
): NodeId | undefined => {
  const roots = rootsOf(clipboard);
  const isCopied = chosen !== undefined && roots.some(({ id }) => id === chosen.id);
  const start = chosen && isContainer(chosen) && !isCopied ? chosen.id : containerAt(design, at);
  const line =
    start === undefined ? [] : [start, ...ancestorsOf(design, start).map(({ id }) => id)];
  return line.find((id) => roots.every(({ kind }) => mayHold(design, id, kind)));
};

/** Pastes what was copied here or in another window: at the pointer, or in the middle of the view. */
export const paste = async (
  app: App,
  options: Pick<PasteOptions, 'isReference'>,
): Promise<void> => {
  // Where the pointer is now counts, not where it is when the clipboard has answered.
  const pointer = app.canvas?.pointer();
  const text = await app.parts.host.readClipboard();
  if (!text.ok) return tell(app, text.error);
  const parsed = parseClipboard(text.value);
  const design = app.state.document?.design;
  if (!design) return;
  if (!parsed.ok || parsed.value.nodes.length === 0) {
    app.notify({
      tone: 'info',
      text: 'The clipboard holds nothing that was copied from a design.',
    });
    return;
  }
  const clipboard = parsed.value;
  const roots = rootsOf(clipboard);
  const bounds = boundsOf(roots);
  const seen = app.canvas?.visible();
  const at =
    pointer ??
    (seen
      ? { x: seen.x + seen.width / 2, y: seen.y + seen.height / 2 }
      : { x: bounds.x + bounds.width / 2 + 32, y: bounds.y + bounds.height / 2 + 32 });
  const parent = pasteHolder(design, clipboard, chosenNode(app), at);
  const corner = roomFor(design, parent, bounds, {
    x: at.x - bounds.width / 2,
    y: at.y - bounds.height / 2,
  });
  const ids = pastedIds(design, clipboard);
  const pasted = app.edit(
    `Paste ${nameNodes(roots)}`,
    pasteItems(clipboard, {
      ...options,
      offset: { x: corner.x - bounds.x, y: corner.y - bounds.y },
      ...(parent !== undefined && { parent }),
    }),
    { select: roots.flatMap(({ id }) => ids.nodes.get(id) ?? []) },
  );
  if (pasted) app.canvas?.reveal([...app.state.view.selection]);
};
