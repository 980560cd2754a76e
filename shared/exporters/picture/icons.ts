import { decimal, escapeXml } from './text.ts';

/** Gives the SVG text of an icon by the name that a service has in `icon`. */
export type IconLookup = (name: string) => string | undefined;

// An icon comes from a package: nothing in it may run or fetch, whatever that package becomes one day.
const suspicious = /<(?:script|foreignObject|image|iframe|style|!)|\son[a-z]+\s*=|javascript:/i;
const outside = /(?:href\s*=\s*["'](?!#))|url\(\s*["']?(?!#)/i;

/** The icons of one picture: each is written once, as a symbol, and used as often as it occurs. */
export class IconSheet {
  readonly #symbols = new Map<string, string | undefined>();
  readonly #lookup: IconLookup;

  constructor(lookup: IconLookup) {
    this.#lookup = lookup;
  }

  /** Draws an icon; when there is none, the first letters of a title on a square. */
  draw(
    name: string,
    title: string,
    at: { readonly x: number; readonly y: number; readonly size: number; readonly color: string },
  ): string {
    const id = symbolId(name);
    if (!this.#symbols.has(name)) this.#symbols.set(name, symbolOf(this.#lookup(name), id));
    const place = `x="${decimal(at.x)}" y="${decimal(at.y)}" width="${at.size}" height="${at.size}"`;
    if (this.#symbols.get(name) !== undefined) return `<use href="#${id}" ${place}/>`;
    return `<rect ${place} fill="${at.color}"/><text x="${decimal(at.x + at.size / 2)}" y="${decimal(at.y + at.size * 0.64)}" font-size="${decimal(at.size * 0.42)}" font-weight="600" text-anchor="middle" fill="#fff">${escapeXml(initials(title))}</text>`;
  }

  /** The symbols of all icons that were drawn. */
  symbols(): readonly string[] {
    return [...this.#symbols.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, symbol]) => symbol ?? []);
  }
}

const symbolId = (name: string): string => `icon-${name.replaceAll(/[^A-Za-z0-9]/g, '-')}`;

const initials = (title: string): string =>
  title
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();

/** The icon as a symbol whose inner ids are its own; undefined when it is no icon that can be embedded. */
const symbolOf = (svg: string | undefined, id: string): string | undefined => {
  const match = /^\s*<svg\b([^>]*)>([\s\S]*)<\/svg>\s*$/.exec(svg ?? '');
  const viewBox = /\bviewBox="([-\d. ]+)"/.exec(match?.[1] ?? '')?.[1];
  const inner = match?.[2]?.replaceAll(/<(title|desc)\b[^>]*>[\s\S]*?<\/\1>/g, '');
  if (viewBox === undefined || inner === undefined) return undefined;
  if (suspicious.test(inner) || outside.test(inner)) return undefined;
  const own = inner
    .replaceAll(/\bid="([^"]+)"/g, `id="${id}-$1"`)
    .replaceAll(/url\(#([^)]+)\)/g, `url(#${id}-$1)`)
    .replaceAll(/href="#([^"]+)"/g, `href="#${id}-$1"`);
  return `<symbol id="${id}" viewBox="${viewBox}">${own}</symbol>`;
};
