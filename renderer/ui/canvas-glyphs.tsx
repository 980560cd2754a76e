import type { ReactNode } from 'react';

/*
 * The signs of the canvas, on the same grid of 16 and with the same weight as those of the window.
 */
const glyph = (content: ReactNode) =>
  function Glyph() {
    return (
      <svg
        width="16"
        height="16"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {content}
      </svg>
    );
  };

export const ZoomOutIcon = glyph(<path d="M3.5 8h9" />);
export const ZoomInIcon = glyph(<path d="M8 3.5v9M3.5 8h9" />);
export const FitIcon = glyph(
  <path d="M2.5 5.5v-2a1 1 0 0 1 1-1h2M10.5 2.5h2a1 1 0 0 1 1 1v2M13.5 10.5v2a1 1 0 0 1-1 1h-2M5.5 13.5h-2a1 1 0 0 1-1-1v-2M6 6h4v4H6z" />,
);
export const LayoutIcon = glyph(
  <>
    <rect x="2" y="5.8" width="4" height="4.4" rx="1" />
    <rect x="10" y="2" width="4" height="4.4" rx="1" />
    <rect x="10" y="9.6" width="4" height="4.4" rx="1" />
    <path d="M6 8h2V4.2h2M8 8v3.8h2" />
  </>,
);
export const SnapIcon = glyph(
  <path d="M4 2.5v5a4 4 0 0 0 8 0v-5H9.6v5a1.6 1.6 0 0 1-3.2 0v-5zM4 5h2.4M9.6 5H12" />,
);
export const MinimapIcon = glyph(
  <>
    <path d="M2 3.5 6 2l4 1.5L14 2v10.5l-4 1.5-4-1.5-4 1.5z" />
    <path d="M6 2v10.5M10 3.5V14" />
  </>,
);
export const PinIcon = glyph(
  <path d="M8 14c3-3.3 4.5-5.7 4.5-7.5a4.5 4.5 0 0 0-9 0C3.5 8.3 5 10.7 8 14zM8 7.6v-.2" />,
);
