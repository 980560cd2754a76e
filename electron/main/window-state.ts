import { z } from 'zod';

/** Where a window was, and how large. */
export interface WindowState {
  readonly x?: number | undefined;
  readonly y?: number | undefined;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const windowStateSchema: z.ZodType<WindowState> = z.object({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().positive(),
  height: z.int().positive(),
  maximized: z.boolean(),
});

/** Everything is usable at this size. */
export const smallest = { width: 1024, height: 640 } as const;
export const firstState: WindowState = { width: 1440, height: 900, maximized: false };

/** How far a second window lies from the first, so that both are seen. */
const cascade = 28;

const overlap = (a: Area, b: Area): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

/**
 * The state as the screens of now allow it: a window that was on a screen that is gone comes back where it can be
 * seen, and none is larger than its screen. The system places a window without x and y.
 */
export const fitToScreens = (state: WindowState, screens: readonly Area[]): WindowState => {
  const { x, y, width, height, maximized } = state;
  const [first] = screens;
  if (first === undefined) return state;
  const there = x === undefined || y === undefined ? undefined : { x, y, width, height };
  // Enough of the title bar must be in reach to drag it back.
  const home = there && screens.find((screen) => overlap(there, screen) >= 120 * 80);
  const screen = home ?? first;
  const size = {
    width: Math.min(Math.max(width, smallest.width), screen.width),
    height: Math.min(Math.max(height, smallest.height), screen.height),
  };
  return home && x !== undefined && y !== undefined
    ? { x, y: Math.max(y, screen.y), ...size, maximized }
    : { ...size, maximized };
};

/** The state of one more window beside one that is there. */
export const beside = (state: WindowState): WindowState => ({
  ...state,
  ...(state.x === undefined ? {} : { x: state.x + cascade }),
  ...(state.y === undefined ? {} : { y: state.y + cascade }),
  maximized: false,
});
