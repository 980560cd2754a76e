import { useMemo, useSyncExternalStore } from 'react';
import type { Palette } from './painting.ts';

/** A word for how the window looks. */
const lookOf = (): string => {
  const { mantineColorScheme, contrast } = document.documentElement.dataset;
  return `${mantineColorScheme ?? 'light'} ${contrast ?? ''}`;
};

const watch = (listener: () => void): (() => void) => {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, {
    attributeFilter: ['data-mantine-color-scheme', 'data-contrast'],
  });
  return () => observer.disconnect();
};

/** The colours of the theme that is on, as the style sheet has them; another object when they change. */
export const usePalette = (): Palette => {
  const look = useSyncExternalStore(watch, lookOf);
  return useMemo(() => readPalette(look), [look]);
};

const readPalette = (look: string): Palette => {
  const style = getComputedStyle(document.documentElement);
  const color = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    isDark: look.startsWith('dark'),
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
