/*
 * Icons of what AWS has none for: whoever calls from outside, and two containers. Drawn as AWS's are, a glyph
 * in white on a square of colour, so that they stand beside one another.
 */

const tile = (color: string, glyph: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path fill="${color}" d="M0 0h64v64H0z"/><g fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round">${glyph}</g></svg>`;

const slate = '#64748b';

/** By the names that services give in `icon`. */
export const ownIcons: ReadonlyMap<string, string> = new Map([
  [
    'actor-client',
    tile(
      slate,
      '<rect x="12" y="15" width="40" height="27" rx="3"/><path d="M8 49h48M27 42v7M37 42v7M12 35h40"/>',
    ),
  ],
  [
    'actor-http',
    tile(
      slate,
      '<circle cx="32" cy="32" r="20"/><path d="M12 32h40M32 12c-7 5.5-10.5 12-10.5 20s3.5 14.5 10.5 20M32 12c7 5.5 10.5 12 10.5 20S39 46.5 32 52M15 22h34M15 42h34"/>',
    ),
  ],
  ['container-region', tile('#00a4a6', '<path d="M20 53V12M20 15h25l-6 9 6 9H20M14 53h12"/>')],
  [
    'container-group',
    tile(
      slate,
      '<rect x="12" y="14" width="40" height="36" rx="4" stroke-dasharray="5.5 4.5"/><rect x="20" y="24" width="10" height="10" rx="2"/><rect x="34" y="30" width="10" height="10" rx="2"/>',
    ),
  ],
]);
