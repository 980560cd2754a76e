import { isJsonObject, type Json } from '../../shared/lib/json.ts';

/** What a person chose once and for all designs; kept by the host. */
export interface Settings {
  /** `contrast` is light or dark as the system says, with the strongest contrast. */
  readonly theme: 'system' | 'light' | 'dark' | 'contrast';
  readonly density: 'comfortable' | 'compact';
  /** How large texts of the window are, in percent. */
  readonly textSize: number;
  readonly grid: boolean;
  readonly snap: boolean;
  readonly minimap: boolean;
  /** Follows the system unless the person says otherwise. */
  readonly motion: 'system' | 'reduced' | 'full';
  /** Where new designs are. */
  readonly region: string;
  /** What new functions run on. */
  readonly runtime: string;
  /** Connections that AWS has not released yet, or that were not proven. */
  readonly previews: boolean;
  /** Ask at each start which version is the newest. The main process reads this too (`electron/host`). */
  readonly checkUpdates: boolean;
  readonly tourSeen: boolean;
  /** Sizes of the panes in pixels, and which of them are open. */
  readonly panels: { readonly left: number; readonly right: number; readonly bottom: number };
  /** How high the bottom panel is for code, in pixels; 0 for a good share of the window. */
  readonly codeHeight: number;
  /** The bottom panel has all the room there is. */
  readonly maximised: boolean;
  readonly open: { readonly left: boolean; readonly right: boolean; readonly bottom: boolean };
  /** Kinds that were added lately, newest first; and commands that were run from the palette. */
  readonly recentKinds: readonly string[];
  readonly recentCommands: readonly string[];
  /** Categories of the palette that show only their heading. */
  readonly foldedCategories: readonly string[];
}

/** Sizes of text that one can choose, in percent. */
export const textSizes: readonly number[] = [90, 100, 110, 125, 150, 200];

export const standardSettings: Settings = {
  theme: 'system',
  density: 'comfortable',
  textSize: 100,
  grid: true,
  snap: true,
  minimap: true,
  motion: 'system',
  region: 'eu-west-1',
  runtime: 'nodejs24.x',
  previews: false,
  checkUpdates: false,
  tourSeen: false,
  panels: { left: 260, right: 340, bottom: 220 },
  codeHeight: 0,
  maximised: false,
  open: { left: true, right: true, bottom: true },
  recentKinds: [],
  recentCommands: [],
  foldedCategories: [],
};

/** A list with this one first, and no more than that many. */
export const withRecent = (
  list: readonly string[],
  item: string,
  most: number,
): readonly string[] => [item, ...list.filter((other) => other !== item)].slice(0, most);

/** Settings from what the host kept: whatever is missing or of another type is as standard. */
export const settingsFrom = (kept: Json): Settings => {
  if (!isJsonObject(kept)) return standardSettings;
  const take = <K extends keyof Settings>(key: K, fits: (value: Json) => boolean): Settings[K] => {
    const value = kept[key];
    return value !== undefined && fits(value)
      ? (value as unknown as Settings[K])
      : standardSettings[key];
  };
  const oneOf =
    (...values: readonly string[]) =>
    (value: Json): boolean =>
      typeof value === 'string' && values.includes(value);
  const isBoolean = (value: Json): boolean => typeof value === 'boolean';
  const isText = (value: Json): boolean => typeof value === 'string' && value !== '';
  const areSizes = (value: Json): boolean =>
    isJsonObject(value) &&
    ['left', 'right', 'bottom'].every((side) => {
      const size = value[side];
      return typeof size === 'number' && size >= 80 && size <= 2000;
    });
  const areOpen = (value: Json): boolean =>
    isJsonObject(value) &&
    ['left', 'right', 'bottom'].every((side) => typeof value[side] === 'boolean');
  const areTexts = (value: Json): boolean =>
    Array.isArray(value) && value.length <= 50 && value.every((item) => typeof item === 'string');
  return {
    theme: take('theme', oneOf('system', 'light', 'dark', 'contrast')),
    density: take('density', oneOf('comfortable', 'compact')),
    textSize: take('textSize', (value) => textSizes.some((size) => size === value)),
    grid: take('grid', isBoolean),
    snap: take('snap', isBoolean),
    minimap: take('minimap', isBoolean),
    motion: take('motion', oneOf('system', 'reduced', 'full')),
    region: take('region', isText),
    runtime: take('runtime', isText),
    previews: take('previews', isBoolean),
    checkUpdates: take('checkUpdates', isBoolean),
    tourSeen: take('tourSeen', isBoolean),
    panels: take('panels', areSizes),
    codeHeight: take(
      'codeHeight',
      (value) => typeof value === 'number' && (value === 0 || (value >= 80 && value <= 2000)),
    ),
    maximised: take('maximised', isBoolean),
    open: take('open', areOpen),
    recentKinds: take('recentKinds', areTexts),
    recentCommands: take('recentCommands', areTexts),
    foldedCategories: take('foldedCategories', areTexts),
  };
};
