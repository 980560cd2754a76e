import { categories, frames } from '../../shared/catalog/appearance.ts';
import { serviceOf } from '../../shared/catalog/catalog.ts';
import type { Severity } from '../../shared/rules/rule.ts';
import type { Scene } from './scene.ts';

/*
 * What the painters of the canvas are told: colours, what is seen, and what is in it.
 */

/** Colours of the window's theme. */
export interface Palette {
  readonly isDark: boolean;
  readonly canvas: string;
  readonly card: string;
  readonly cardBorder: string;
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly quietLine: string;
  readonly accent: string;
  readonly error: string;
  readonly warning: string;
  readonly font: string;
}

/** What part of the canvas is seen, and how large: `x` and `y` are where its origin lies, in pixels. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
  /** Device pixels for one pixel. */
  readonly ratio: number;
}

/** What to paint beside the boxes themselves. */
export interface Painting {
  readonly scene: Scene;
  readonly palette: Palette;
  readonly selection: ReadonlySet<string>;
  /** The worst finding of a node or connection. */
  readonly worst: (id: string) => Severity | undefined;
  /** True for what is not painted because it moves. */
  readonly isApart: (id: string) => boolean;
}

/** What is painted on. */
export type Context = CanvasRenderingContext2D;

/** The accent of a node, on the ground of the theme. */
export const accentOf = ({ kind }: { readonly kind: string }, isDark: boolean): string => {
  const accent =
    (Object.hasOwn(frames, kind) ? frames[kind]?.accent : undefined) ??
    categories[serviceOf(kind)?.category ?? 'container'].accent;
  return isDark ? accent.dark : accent.light;
};
