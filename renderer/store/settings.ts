import { isJsonObject, type Json } from '../../shared/lib/json.ts';

/** What a person chose once and for all designs; kept by the host. */
export interface Settings {
  readonly theme: 'system' | 'light' | 'dark';
  readonly density: 'comfortable' | 'compact';
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
  readonly tourSeen: boolean;
  readonly panels: { readonly left: number; readonly right: number; readonly bottom: number };
}

export const standardSettings: Settings = {
  theme: 'system',
  density: 'comfortable',
  grid: true,
  snap: true,
  minimap: true,
  motion: 'system',
  region: 'eu-west-1',
  runtime: 'nodejs24.x',
  previews: false,
  tourSeen: false,
  panels: { left: 260, right: 340, bottom: 220 },
};

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
  return {
    theme: take('theme', oneOf('system', 'light', 'dark')),
    density: take('density', oneOf('comfortable', 'compact')),
    grid: take('grid', isBoolean),
    snap: take('snap', isBoolean),
    minimap: take('minimap', isBoolean),
    motion: take('motion', oneOf('system', 'reduced', 'full')),
    region: take('region', isText),
    runtime: take('runtime', isText),
    previews: take('previews', isBoolean),
    tourSeen: take('tourSeen', isBoolean),
    panels: take('panels', areSizes),
  };
};
