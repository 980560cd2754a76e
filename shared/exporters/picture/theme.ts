import type { Delivery } from '../../catalog/connection.ts';

/** Light or dark. */
export type ThemeName = 'light' | 'dark';

/** How a line of one kind of delivery looks. */
export interface LineStyle {
  readonly color: string;
  readonly width: number;
  /** Dashes and gaps; absent: solid. */
  readonly dashes?: string;
  readonly isRound?: boolean;
}

/** All colours of a picture. */
export interface Theme {
  readonly name: ThemeName;
  readonly background: string;
  readonly card: string;
  readonly border: string;
  readonly shadow: string;
  readonly text: string;
  readonly muted: string;
  readonly label: string;
  /** How strongly a container's ground has its accent. */
  readonly tint: number;
  readonly line: string;
  readonly quietLine: string;
}

export const themes: Readonly<Record<ThemeName, Theme>> = {
  light: {
    name: 'light',
    background: '#f8fafc',
    card: '#ffffff',
    border: '#d5dce6',
    shadow: '#0f172a',
    text: '#0f172a',
    muted: '#5b6879',
    label: '#334155',
    tint: 0.045,
    line: '#475569',
    quietLine: '#a8b3c2',
  },
  dark: {
    name: 'dark',
    background: '#0f1623',
    card: '#1a2333',
    border: '#324056',
    shadow: '#000000',
    text: '#f1f5f9',
    muted: '#9aa8bc',
    label: '#cbd5e1',
    tint: 0.07,
    line: '#94a3b8',
    quietLine: '#56657c',
  },
};

/** Solid: the caller waits. Dashed: it does not. Dotted: somebody fetches. Thin and grey: nothing flows. */
export const lineStyle = (theme: Theme, delivery: Delivery | undefined): LineStyle => {
  switch (delivery) {
    case 'async':
      return { color: theme.line, width: 1.6, dashes: '7 4' };
    case 'poll':
    case 'stream':
      return { color: theme.line, width: 2, dashes: '0.1 4.6', isRound: true };
    case 'config':
      return { color: theme.quietLine, width: 1.1 };
    default:
      return { color: theme.line, width: 1.6 };
  }
};

/** The first colour with a part of the second in it; both as `#rrggbb`. */
export const mix = (ground: string, color: string, part: number): string => {
  const channels = (text: string): readonly number[] =>
    [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16));
  const over = channels(color);
  const mixed = channels(ground).map((value, at) =>
    Math.round(value + ((over[at] ?? value) - value) * part),
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
};
