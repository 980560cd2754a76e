import { glyph } from './glyphs.tsx';

/** Signs of what can be done with code. */
export const WrapIcon = glyph(
  <path d="M2.5 4h11M2.5 8h9a2.2 2.2 0 0 1 0 4.4H8.5m1.7-1.7-1.7 1.7 1.7 1.7M2.5 12.4h3" />,
);
export const CopyIcon = glyph(
  <>
    <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
    <path d="M10.5 5.5V4A1.5 1.5 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5A1.5 1.5 0 0 0 4 10.5h1.5" />
  </>,
);
export const SaveIcon = glyph(<path d="M8 2.5v7m-3-3 3 3 3-3M2.5 10.5v3h11v-3" />);
export const ExportIcon = glyph(
  <path d="M7 2.5H3.5a1 1 0 0 0-1 1v9a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1V9M9.5 2.5h4v4m0-4L7.5 8.5" />,
);
export const NextIcon = glyph(<path d="M8 3v9m-3.5-3.5L8 12l3.5-3.5" />);
