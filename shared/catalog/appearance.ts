import type { Category } from './service.ts';

/*
 * How categories look. The colours are those of AWS's architecture icons, so that a card and its icon agree;
 * the dark ones are lighter, to be seen on a dark ground.
 */

/** A colour on a light and on a dark ground. */
export interface Accent {
  readonly light: string;
  readonly dark: string;
}

const orange: Accent = { light: '#ed7100', dark: '#f58f2b' };
const pink: Accent = { light: '#e7157b', dark: '#f4599f' };
const magenta: Accent = { light: '#c925d1', dark: '#db62e2' };
const green: Accent = { light: '#7aa116', dark: '#9dc73a' };
const purple: Accent = { light: '#8c4fff', dark: '#a982ff' };
const red: Accent = { light: '#dd344c', dark: '#f26b7e' };
const teal: Accent = { light: '#01a88d', dark: '#2fd0b5' };
const slate: Accent = { light: '#64748b', dark: '#94a3b8' };

/** Title and accent of each category, in the order of the palette. */
export const categories: Readonly<
  Record<Category, { readonly title: string; readonly accent: Accent }>
> = {
  actor: { title: 'Actors', accent: slate },
  container: { title: 'Containers', accent: slate },
  compute: { title: 'Compute', accent: orange },
  api: { title: 'APIs', accent: purple },
  edge: { title: 'Edge', accent: purple },
  integration: { title: 'Integration', accent: pink },
  streaming: { title: 'Streaming', accent: purple },
  analytics: { title: 'Analytics', accent: purple },
  storage: { title: 'Storage', accent: green },
  database: { title: 'Databases', accent: magenta },
  identity: { title: 'Identity', accent: red },
  security: { title: 'Security', accent: red },
  network: { title: 'Network', accent: purple },
  observability: { title: 'Observability', accent: pink },
};

/** Frames of containers by kind; one of another kind has the accent of its category. */
export const frames: Readonly<
  Record<string, { readonly accent: Accent; readonly isDashed: boolean }>
> = {
  region: { accent: teal, isDashed: true },
  vpc: { accent: purple, isDashed: false },
  subnet: { accent: green, isDashed: false },
  group: { accent: slate, isDashed: true },
};
