import type { ReactNode } from 'react';

/* Signs of the controls, 14 px, in the line weight of the window's other signs. */
const sign = (content: ReactNode) =>
  function Sign() {
    return (
      <svg
        width="14"
        height="14"
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

export const UpSign = sign(<path d="m4 10 4-4 4 4" />);
export const DownSign = sign(<path d="m4 6 4 4 4-4" />);
export const RightSign = sign(<path d="m6 4 4 4-4 4" />);
export const RemoveSign = sign(<path d="m4 4 8 8m0-8-8 8" />);
export const AddSign = sign(<path d="M8 3v10M3 8h10" />);
export const ResetSign = sign(<path d="M3 8a5 5 0 1 0 1.6-3.7M3 2.8v2.7h2.7" />);
export const MoreSign = sign(
  <>
    <circle cx="3.5" cy="8" r=".6" />
    <circle cx="8" cy="8" r=".6" />
    <circle cx="12.5" cy="8" r=".6" />
  </>,
);
export const ErrorSign = sign(
  <>
    <circle cx="8" cy="8" r="5.6" />
    <path d="M8 5v3.4M8 10.8v.1" />
  </>,
);
export const WarningSign = sign(<path d="M8 2.8 14 13H2zM8 6.6v3M8 11.2v.1" />);
export const InfoSign = sign(
  <>
    <circle cx="8" cy="8" r="5.6" />
    <path d="M8 7.4V11M8 5v.1" />
  </>,
);
export const SearchSign = sign(
  <>
    <circle cx="7" cy="7" r="4" />
    <path d="m13 13-3-3" />
  </>,
);
export const OpenSign = sign(<path d="M9 3h4v4M13 3 7.5 8.5M11 9.5V13H3V5h3.5" />);
