/*
 * Every change of a design: pure, `(design) => design`, one file per family.
 */
export { addNode, connect, type NewConnection } from './add.ts';
export { type Alignment, alignNodes, distributeNodes } from './arrange.ts';
export {
  rename,
  replaceKind,
  retargetConnection,
  reverseConnection,
  setConnectionType,
} from './change.ts';
export { type Clipboard, copyItems, parseClipboard } from './clipboard.ts';
export {
  consequencesOfDelete,
  type DeleteConsequences,
  deleteItems,
} from './delete.ts';
export {
  type Edit,
  type IsReference,
  type Properties,
  type SizeOf,
  sequence,
} from './edit.ts';
export { group, groupKind, ungroup } from './group.ts';
export { changeNodeId } from './node-id.ts';
export {
  duplicateItems,
  type PasteOptions,
  pastedIds,
  pasteItems,
} from './paste.ts';
export { applyLayout, moveNodes, type Placement, reparent, resizeNode } from './place.ts';
export { setProperty, unsetProperty } from './properties.ts';
export { type DesignSettings, setDesign } from './settings.ts';
export { suppress, unsuppress } from './suppress.ts';
