import type { editor } from 'monaco-editor/editor/editor.api';

/** Colours of code that the tokens have no meaning for: strings, numbers, names; readable on either ground. */
const inks = {
  light: { key: '1d4f9c', text: '2b6a3a', number: '8a4b00', keyword: '7a3fa0', quiet: '5c6879' },
  dark: { key: '8fb4ff', text: '93d3a2', number: 'f0b26b', keyword: 'd0a6f2', quiet: '93a0b3' },
} as const;

/** Monaco's colours from the window's; `read` gives a token by its name. */
export const themeFrom = (read: (name: string) => string): editor.IStandaloneThemeData => {
  const isDark = isDarkColor(read('--surface'));
  const ink = inks[isDark ? 'dark' : 'light'];
  const color = (name: string): string => hexOf(read(name)) ?? (isDark ? '#000000' : '#ffffff');
  const accent = color('--accent');
  return {
    base: isDark ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      { token: '', foreground: color('--text').slice(1) },
      { token: 'comment', foreground: ink.quiet, fontStyle: 'italic' },
      { token: 'string', foreground: ink.text },
      { token: 'number', foreground: ink.number },
      { token: 'keyword', foreground: ink.keyword },
      { token: 'type', foreground: ink.key },
      { token: 'tag', foreground: ink.keyword },
      { token: 'delimiter', foreground: ink.quiet },
      { token: 'operators', foreground: ink.quiet },
      { token: 'meta', foreground: ink.keyword },
      { token: 'variable', foreground: ink.key },
      { token: 'strong', fontStyle: 'bold' },
      { token: 'emphasis', fontStyle: 'italic' },
      { token: 'keyword.md', foreground: ink.key, fontStyle: 'bold' },
    ],
    colors: {
      'editor.background': color('--surface'),
      'editor.foreground': color('--text'),
      'editorLineNumber.foreground': color('--text-faint'),
      'editorLineNumber.dimmedForeground': color('--text-faint'),
      'editorLineNumber.activeForeground': color('--text'),
      'editorCursor.foreground': accent,
      'editor.selectionBackground': `${accent}44`,
      'editor.inactiveSelectionBackground': `${accent}22`,
      'editor.findMatchBackground': `${color('--warning')}66`,
      'editor.findMatchHighlightBackground': `${color('--warning')}33`,
      'editorBracketMatch.background': `${accent}22`,
      'editorBracketMatch.border': `${accent}66`,
      'editorOverviewRuler.border': '#00000000',
      'editorWidget.background': color('--surface-raised'),
      'editorWidget.foreground': color('--text'),
      'editorWidget.border': color('--border'),
      'input.background': color('--surface'),
      'input.foreground': color('--text'),
      'input.border': color('--border-strong'),
      'inputOption.activeBorder': accent,
      'inputOption.activeBackground': color('--accent-soft'),
      'inputOption.activeForeground': color('--text'),
      focusBorder: accent,
      'icon.foreground': color('--text-muted'),
      'toolbar.hoverBackground': color('--hover'),
      'menu.background': color('--surface-raised'),
      'menu.foreground': color('--text'),
      'menu.border': color('--border'),
      'menu.selectionBackground': color('--accent-soft'),
      'menu.selectionForeground': color('--text'),
      'menu.separatorBackground': color('--border'),
      'list.focusBackground': color('--accent-soft'),
      'list.focusForeground': color('--text'),
      'list.hoverBackground': color('--hover'),
      'scrollbarSlider.background': `${color('--text-faint')}44`,
      'scrollbarSlider.hoverBackground': `${color('--text-faint')}77`,
      'scrollbarSlider.activeBackground': `${color('--text-faint')}99`,
      'scrollbar.shadow': '#00000000',
      'widget.shadow': '#00000033',
      'diffEditor.insertedTextBackground': `${color('--success')}2a`,
      'diffEditor.removedTextBackground': `${color('--error')}22`,
      'diffEditor.insertedLineBackground': `${color('--success')}14`,
      'diffEditor.removedLineBackground': `${color('--error')}10`,
      'diffEditor.border': color('--border'),
      'diffEditor.unchangedRegionBackground': color('--surface-sunken'),
      'diffEditor.unchangedRegionForeground': color('--text-muted'),
      'diffEditorGutter.insertedLineBackground': `${color('--success')}33`,
      'diffEditorGutter.removedLineBackground': `${color('--error')}33`,
    },
  };
};

/** `#rrggbb` of a colour written in hexadecimal; undefined for anything else. */
export const hexOf = (text: string): string | undefined => {
  if (/^#[\da-f]{6}$/i.test(text)) return text.toLowerCase();
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(text);
  if (!short) return undefined;
  return `#${short
    .slice(1)
    .map((digit) => digit + digit)
    .join('')
    .toLowerCase()}`;
};

const isDarkColor = (text: string): boolean => {
  const hex = hexOf(text) ?? '#ffffff';
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return 0.299 * channel(1) + 0.587 * channel(3) + 0.114 * channel(5) < 128;
};
