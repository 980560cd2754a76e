import type { ReactNode } from 'react';

/*
 * The few signs of the window itself, drawn on one grid of 16 with one weight of line, as large as the text asks. AWS's own icons are in assets/.
 */
/** A sign from what is drawn in it. */
export const glyph = (content: ReactNode) =>
  function Glyph() {
    return (
      <svg
        width="1rem"
        height="1rem"
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
export const UpIcon = glyph(<path d="m4 9.75 4-4 4 4" />);
export const DownIcon = glyph(<path d="m4 6.25 4 4 4-4" />);
export const CheckIcon = glyph(<path d="m3.5 8.5 3 3 6-7" />);
export const PlusIcon = glyph(<path d="M8 3v10M3 8h10" />);
export const CloseIcon = glyph(<path d="m4 4 8 8m0-8-8 8" />);
export const FileIcon = glyph(<path d="M9 2H4v12h8V5zM9 2v3h3" />);
export const FolderIcon = glyph(<path d="M2 12.5v-9h4l1.5 2H14v7z" />);
export const MenuIcon = glyph(<path d="M2.5 4h11M2.5 8h11M2.5 12h11" />);
export const SettingsIcon = glyph(
  <>
    <path d="M2 5h6m4 0h2M2 11h2m4 0h6" />
    <circle cx="10" cy="5" r="2" />
    <circle cx="6" cy="11" r="2" />
  </>,
);
export const HelpIcon = glyph(
  <>
    <circle cx="8" cy="8" r="6" />
    <path d="M6.3 6.4a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.9.7-.9 1.4M8 11.4v.1" />
  </>,
);
export const KeyboardIcon = glyph(
  <>
    <rect x="1.5" y="4" width="13" height="8.5" rx="1.5" />
    <path d="M4.5 7h.01M7 7h.01M9.5 7h.01M12 7h.01M5 10h6" />
  </>,
);
export const ClockIcon = glyph(
  <>
    <circle cx="8" cy="8" r="6" />
    <path d="M8 4.8V8l2.2 1.6" />
  </>,
);
export const LockIcon = glyph(
  <>
    <rect x="3.5" y="7" width="9" height="6.5" rx="1.2" />
    <path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" />
  </>,
);
export const ErrorIcon = glyph(
  <>
    <circle cx="8" cy="8" r="6" />
    <path d="M8 4.9v3.6M8 11v.1" />
  </>,
);
export const WarningIcon = glyph(<path d="M8 2.5 14.2 13H1.8zM8 6.6v3M8 11.3v.1" />);
export const RightIcon = glyph(<path d="m6.5 5 3 3-3 3" />);
export const InsertIcon = glyph(<path d="M8 2v7m-2.5-2.5L8 9l2.5-2.5M2.5 9v4.5h11V9" />);

/** The mark: lines of equal pressure around a centre, as on a weather map. */
export const Mark = ({ size = 22 }: { readonly size?: number | string }) => (
  <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
    <g stroke="var(--accent)" strokeWidth="1.9">
      <circle cx="12" cy="12" r="10.2" />
      <circle cx="13" cy="11" r="6.4" />
    </g>
    <circle cx="14" cy="10" r="2.7" fill="var(--accent)" />
  </svg>
);
