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
    'actor-user',
    tile(slate, '<circle cx="32" cy="23" r="9"/><path d="M14 51c1-11 8.5-16 18-16s17 5 18 16z"/>'),
  ],
  [
    'actor-identity-provider',
    tile(
      slate,
      '<rect x="11" y="16" width="42" height="32" rx="3"/><circle cx="23" cy="28" r="4.5"/><path d="M16 41c.5-4.5 3-7 7-7s6.5 2.5 7 7M36 27h11M36 34h11M36 41h7"/>',
    ),
  ],
  [
    'actor-on-premises',
    tile(
      slate,
      '<path d="M14 53V14h22v39M36 26h14v27M10 53h44M20 21h4M28 21h2M20 29h4M28 29h2M20 37h4M28 37h2M42 33h2M42 40h2M22 53v-8h6v8"/>',
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
