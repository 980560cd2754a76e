import type { Size } from './design.ts';

/** How large a node is drawn that is no container: the same on the canvas, in pictures and for every edit that places nodes. */
export const cardSize: Size = { width: 208, height: 72 };
