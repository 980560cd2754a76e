import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Rect } from '../../shared/exporters/picture/geometry.ts';
import type { LiveRoute } from '../../shared/exporters/picture/live-routes.ts';
import type { App } from '../store/app-store.ts';
import type { Guide } from './guides.ts';
import { isFarAt } from './level-of-detail.ts';
import { createSceneMaker, type Scene, type SceneMaker } from './scene.ts';

/*
 * What the canvas knows beside the design: what there is to draw, and what the pointer is doing. It changes with
 * every move of the pointer, so it is kept apart from the app's state, and components ask it for little.
 */

/** What is being dragged, and where it is now. */
export interface Move {
  /** Where the boxes are that move: those dragged and what they hold. */
  readonly rects: ReadonlyMap<string, Rect>;
  readonly routes: ReadonlyMap<string, LiveRoute>;
  /** The container that they would be put into; undefined is the canvas. */
  readonly into: string | undefined;
  /** The container that they come from. */
  readonly outOf: string | undefined;
  readonly guides: readonly Guide[];
}

export interface CanvasState {
  readonly scene: Scene;
  readonly move: Move | undefined;
  /** Zoomed out so far that all is painted, and only what the pointer is at is an element. */
  readonly isFar: boolean;
  /** The node under the pointer, while all is painted. */
  readonly hovered: string | undefined;
  /** The pair of boxes whose lines are fanned out. */
  readonly fanned: string | undefined;
}

export interface CanvasStore {
  readonly state: CanvasState;
  readonly maker: SceneMaker;
  set(change: Partial<CanvasState>): void;
  subscribe(listener: () => void): () => void;
  /** Follows the design from now on; gives back how to stop. */
  follow(): () => void;
}

const nothing: Scene = {
  boxes: [],
  byId: new Map(),
  lines: [],
  lineById: new Map(),
  routes: new Map(),
  collapsed: new Map(),
};

/** Makes the canvas's own state for an app. */
export const createCanvasStore = (app: App): CanvasStore => {
  const maker = createSceneMaker();
  const listeners = new Set<() => void>();
  const sceneNow = (): Scene => {
    const { document, view } = app.state;
    return document ? maker.make(document.design, view.collapsed, app.graph) : nothing;
  };
  const scene = sceneNow();
  let state: CanvasState = {
    scene,
    move: undefined,
    // A design is opened with all of it in view.
    isFar: isFarAt(0, scene.boxes.length, false),
    hovered: undefined,
    fanned: undefined,
  };
  let { document, view } = app.state;
  const store: CanvasStore = {
    maker,
    get state() {
      return state;
    },
    set: (change) => {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    follow: () => {
      const look = (): void => {
        const now = app.state;
        const isSame =
          now.document?.design === document?.design && now.view.collapsed === view.collapsed;
        ({ document, view } = now);
        if (!isSame) store.set({ scene: sceneNow() });
      };
      look();
      return app.store.subscribe(look);
    },
  };
  return store;
};

export const CanvasContext = createContext<CanvasStore | undefined>(undefined);

/** The canvas's own state, for handlers. */
export const useCanvasStore = (): CanvasStore => {
  const store = useContext(CanvasContext);
  if (!store) throw new Error('There is no canvas around this component.');
  return store;
};

/** One answer of the canvas's state; it must be the same value or object while it has not changed. */
export const useCanvas = <T>(select: (state: CanvasState) => T): T => {
  const store = useCanvasStore();
  return useSyncExternalStore(store.subscribe, () => select(store.state));
};
