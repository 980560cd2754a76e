/** A press of keys, as an event of the browser describes it. */
export interface KeyPress {
  readonly key: string;
  readonly code?: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

type Platform = 'mac' | 'windows' | 'linux';

const names: Readonly<Record<string, string>> = {
  ' ': 'space',
  arrowup: 'up',
  arrowdown: 'down',
  arrowleft: 'left',
  arrowright: 'right',
  escape: 'esc',
  '+': '=',
};

/** A press as commands write keys: `mod+shift+z`. */
export const keysOf = (press: KeyPress, platform: Platform): string => {
  const key = press.key.toLowerCase();
  // With Alt or Shift a letter may come as another character; the key itself is meant.
  const letter = /^Key([A-Z])$/.exec(press.code ?? '')?.[1]?.toLowerCase();
  const digit = /^Digit(\d)$/.exec(press.code ?? '')?.[1];
  const base = letter ?? digit ?? names[key] ?? key;
  const mod = platform === 'mac' ? press.metaKey : press.ctrlKey;
  const control = platform === 'mac' && press.ctrlKey;
  return [mod && 'mod', control && 'ctrl', press.altKey && 'alt', press.shiftKey && 'shift', base]
    .filter((part) => part !== false)
    .join('+');
};

const macSigns: Readonly<Record<string, string>> = {
  mod: '⌘',
  ctrl: '⌃',
  alt: '⌥',
  shift: '⇧',
};
const signs: Readonly<Record<string, string>> = {
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  esc: 'Esc',
  enter: 'Enter',
  tab: 'Tab',
  space: 'Space',
  delete: 'Del',
  backspace: '⌫',
};

/** Keys as people read them: `⇧⌘Z` on a Mac, `Ctrl+Shift+Z` elsewhere. */
export const showKeys = (keys: string, platform: Platform): string => {
  const parts = keys.split('+').map((part) => {
    if (platform === 'mac' && macSigns[part] !== undefined) return macSigns[part];
    if (part === 'mod') return 'Ctrl';
    return signs[part] ?? part.charAt(0).toUpperCase() + part.slice(1);
  });
  if (platform !== 'mac') return parts.join('+');
  const order = ['⌃', '⌥', '⇧', '⌘'];
  const modifiers = parts.filter((part) => order.includes(part));
  modifiers.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return [...modifiers, ...parts.filter((part) => !order.includes(part))].join('');
};
