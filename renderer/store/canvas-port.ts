import type { Position, Size } from '../../shared/model/design.ts';

/** What commands may ask of the canvas while it is shown. Everything is in the pixels of the canvas, not of the window. */
export interface CanvasPort {
  /** The part that is seen. */
  visible(): Position & Size;
  /** Where the pointer is; undefined while it is not above the canvas. */
  pointer(): Position | undefined;
  /** Moves the view as little as it takes to see all of the nodes; how large they are drawn stays. */
  reveal(ids: readonly string[]): void;
  /** Gives the canvas the keyboard. */
  takeKeyboard(): void;
  /** Hands the keyboard on: to the inspector's first field, or to what follows the canvas, so that nobody is trapped. */
  leaveKeyboard(to: 'inspector' | 'next'): void;
  /** Opens the context menu of what is chosen, or of the canvas. */
  openMenu(): void;
  /** Lists the services to add: at a place, or where there is room. */
  pickService(at?: Position): void;
  /** Lists the containers that could hold what is chosen. */
  pickContainer(): void;
  /** Arranges nodes by their connections: those given with what they hold, or all. One step. */
  layout(ids?: readonly string[]): Promise<void>;
}
