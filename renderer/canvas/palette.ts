import type { Palette } from './painter.ts';

/** The colours of the theme that is on, as the style sheet has them. */
export const readPalette = (isDark: boolean): Palette => {
  const style = getComputedStyle(document.documentElement);
  const color = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    isDark,
    canvas: color('canvas'),
    card: color('card'),
    cardBorder: color('card-border'),
    text: color('text'),
    muted: color('text-muted'),
    line: color('line'),
    quietLine: color('line-quiet'),
    accent: color('accent'),
    error: color('error'),
    warning: color('warning'),
    font: getComputedStyle(document.body).fontFamily,
  };
};
