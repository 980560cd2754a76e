import type { ReactNode } from 'react';

/*
 * The few signs of the window itself, drawn on one grid of 16 with one weight of line. AWS's own icons are in assets/.
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

export const UndoIcon = glyph(<path d="M6 3 3 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H7" />);
export const RedoIcon = glyph(<path d="m10 3 3 3-3 3m3-3H6.5a3.5 3.5 0 0 0 0 7H9" />);
export const SearchIcon = glyph(
  <>
    <circle cx="7" cy="7" r="4" />
    <path d="m13 13-3-3" />
  </>,
);
export const ChevronIcon = glyph(<path d="m5 6.5 3 3 3-3" />);
export const CheckIcon = glyph(<path d="m3.5 8.5 3 3 6-7" />);
export const PlusIcon = glyph(<path d="M8 3v10M3 8h10" />);
export const CloseIcon = glyph(<path d="m4 4 8 8m0-8-8 8" />);
export const FileIcon = glyph(<path d="M9 2H4v12h8V5zM9 2v3h3" />);
export const FolderIcon = glyph(<path d="M2 12.5v-9h4l1.5 2H14v7z" />);
