/*
 * Every change of a design: pure, `(design) => design`, one file per family.
 */
export { addNode, connect, type NewConnection, type NewNode } from './add.ts';
export { type Alignment, alignNodes, distributeNodes } from './arrange.ts';
export {
  type Replacement,
  type Retarget,
  rename,
  replaceKind,
  retargetConnection,
  reverseConnection,
  setConnectionType,
} from './change.ts';
export { type Clipboard, clipboardVersion, copyItems, parseClipboard } from './clipboard.ts';
export {
  consequencesOfDelete,
  type DeleteConsequences,
  type DeleteOptions,
  deleteItems,
} from './delete.ts';
export {
  defaultSizeOf,
  type Edit,
  type IsReference,
  noReferences,
  type Properties,
  type SizeOf,
  sequence,
} from './edit.ts';
export { group, groupKind, type NewGroup, ungroup } from './group.ts';
export { changeNodeId } from './node-id.ts';
export {
  duplicateItems,
  type PastedIds,
  type PasteOptions,
  pastedIds,
  pasteItems,
} from './paste.ts';
export { applyLayout, moveNodes, type Placement, reparent, resizeNode } from './place.ts';
export { setProperty, unsetProperty } from './properties.ts';
export { type DesignSettings, setDesign } from './settings.ts';
export { suppress, unsuppress } from './suppress.ts';
