import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hexOf, themeFrom } from './monaco-theme.ts';

const css = readFileSync(resolve(import.meta.dirname, '../tokens.css'), 'utf8');
const tokensOf = (selector: string): ReadonlyMap<string, string> => {
  const body = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? '';
  return new Map(
    [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
};

const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

describe.each([
  ['light', ':root'],
  ['dark', ':root[data-mantine-color-scheme="dark"]'],
])('%s', (name, selector) => {
  const tokens = tokensOf(selector);
  const theme = themeFrom((token) => tokens.get(token) ?? '');

  test('is drawn on the ground of the window', () => {
    expect(theme.base).toBe(name === 'dark' ? 'vs-dark' : 'vs');
    expect(theme.colors['editor.background']).toBe(hexOf(tokens.get('--surface') ?? ''));
  });

  test('can be read', () => {
    const grounds = ['--surface', '--accent-soft'].map(
      (token) => hexOf(tokens.get(token) ?? '') ?? '',
    );
    for (const ground of grounds)
      for (const { token, foreground } of theme.rules)
        if (foreground !== undefined)
          expect(contrast(`#${foreground}`, ground), `${token} on ${ground}`).toBeGreaterThan(4.5);
  });
});
