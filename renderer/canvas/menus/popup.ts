import type { Position } from '../../../shared/model/design.ts';

/** What is open above the canvas. `at` is a point of the window. */
export type Popup =
  /** What can be done with what is chosen, or with the canvas. */
  | { readonly kind: 'menu'; readonly at: Position }
  /** The services to add: at a place of the canvas, or where there is room. */
  | { readonly kind: 'services'; readonly at: Position; readonly place: Position | undefined }
  /** The containers that could hold what is chosen. */
  | { readonly kind: 'containers'; readonly at: Position };

export type OpenPopup = (popup: Popup | undefined) => void;
