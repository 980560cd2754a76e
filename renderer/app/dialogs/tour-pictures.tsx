import type { ReactNode } from 'react';

/*
 * What the steps of the tour look like, in a few strokes. Decoration: the words beside say the same.
 */

const Frame = ({ children }: { readonly children: ReactNode }) => (
  <svg viewBox="0 0 480 200" width="100%" fill="none" aria-hidden="true">
    <defs>
      <marker
        id="tour-arrow"
        viewBox="0 0 8 8"
        refX="7"
        refY="4"
        markerWidth="7"
        markerHeight="7"
        orient="auto"
      >
        <path d="M0 .5 7.5 4 0 7.5Z" fill="var(--line)" />
      </marker>
      <marker
        id="tour-arrow-accent"
        viewBox="0 0 8 8"
        refX="7"
        refY="4"
        markerWidth="7"
        markerHeight="7"
        orient="auto"
      >
        <path d="M0 .5 7.5 4 0 7.5Z" fill="var(--accent)" />
      </marker>
    </defs>
    {children}
  </svg>
);

const Card = ({
  x,
  y,
  name,
  color,
  mood = 'plain',
}: {
  readonly x: number;
  readonly y: number;
  readonly name: string;
  readonly color: string;
  readonly mood?: 'plain' | 'lit' | 'dim';
}) => (
  <g transform={`translate(${x} ${y})`} opacity={mood === 'dim' ? 0.35 : 1}>
    <rect
      width="112"
      height="44"
      rx="7"
      fill="var(--card)"
      stroke={mood === 'lit' ? 'var(--accent)' : 'var(--card-border)'}
      strokeWidth={mood === 'lit' ? 2 : 1}
    />
    <rect x="8" y="9" width="26" height="26" rx="4" fill={color} />
    <text x="42" y="21" fontSize="10.5" fontWeight="600" fill="var(--text)">
      {name}
    </text>
    <rect x="42" y="27" width="52" height="4" rx="2" fill="var(--border-strong)" />
  </g>
);

const Pointer = ({ x, y }: { readonly x: number; readonly y: number }) => (
  <path
    transform={`translate(${x} ${y})`}
    d="M0 0v17l4.4-4 3 6.6 3-1.4-3-6.4 6-.4Z"
    fill="var(--text)"
    stroke="var(--surface)"
    strokeWidth="1.2"
  />
);

const orange = '#ed7100';
const purple = '#8c4fff';
const pink = '#e7157b';
const magenta = '#c925d1';

const Draw = () => (
  <Frame>
    <rect
      x="24"
      y="22"
      width="104"
      height="156"
      rx="8"
      fill="var(--surface)"
      stroke="var(--border)"
    />
    {[orange, purple, pink, magenta].map((color, index) => (
      <g key={color} transform={`translate(36 ${40 + index * 34})`}>
        <rect width="20" height="20" rx="4" fill={color} />
        <rect x="28" y="8" width={38 - index * 4} height="5" rx="2.5" fill="var(--border-strong)" />
      </g>
    ))}
    <rect
      x="160"
      y="22"
      width="296"
      height="156"
      rx="10"
      fill="color-mix(in srgb, #01a88d 7%, transparent)"
      stroke="#01a88d"
      strokeDasharray="6 4"
    />
    <text x="174" y="42" fontSize="10.5" fontWeight="600" fill="var(--text)">
      Region eu-west-1
    </text>
    <path
      d="M128 84C170 66 200 78 246 92"
      stroke="var(--accent)"
      strokeWidth="1.6"
      strokeDasharray="2 5"
    />
    <Card x={250} y={80} name="Worker" color={orange} mood="lit" />
    <Pointer x={316} y={110} />
  </Frame>
);

const Connect = () => (
  <Frame>
    <Card x={36} y={78} name="Orders" color={pink} />
    <Card x={320} y={22} name="Worker" color={orange} mood="lit" />
    <Card x={320} y={78} name="Workflow" color={pink} mood="dim" />
    <Card x={320} y={134} name="Site" color={purple} mood="dim" />
    <path
      d="M148 100C220 100 240 60 306 48"
      stroke="var(--accent)"
      strokeWidth="2"
      markerEnd="url(#tour-arrow-accent)"
    />
    <Pointer x={306} y={48} />
    <g transform="translate(166 128)">
      <rect
        width="134"
        height="34"
        rx="7"
        fill="var(--surface-raised)"
        stroke="var(--border-strong)"
      />
      <rect x="10" y="9" width="104" height="4.5" rx="2" fill="var(--border-strong)" />
      <rect x="10" y="19" width="66" height="6" rx="3" fill="var(--accent)" />
    </g>
  </Frame>
);

const Correct = () => (
  <Frame>
    <Card x={40} y={26} name="Orders" color={pink} />
    <Card x={300} y={26} name="Worker" color={orange} />
    <path
      d="M152 48H292"
      stroke="var(--line)"
      strokeWidth="1.6"
      strokeDasharray="2 4"
      markerEnd="url(#tour-arrow)"
    />
    <circle cx="150" cy="28" r="10" fill="var(--error)" />
    <text x="150" y="32" fontSize="12" fontWeight="700" textAnchor="middle" fill="var(--surface)">
      !
    </text>
    <g transform="translate(40 96)">
      <rect width="400" height="82" rx="9" fill="var(--surface)" stroke="var(--border)" />
      <circle cx="22" cy="22" r="5" fill="var(--error)" />
      <text x="36" y="26" fontSize="11" fill="var(--text)">
        A message comes back while it is still being handled
      </text>
      <rect x="36" y="42" width="240" height="5" rx="2.5" fill="var(--border-strong)" />
      <rect x="36" y="54" width="180" height="5" rx="2.5" fill="var(--border-strong)" />
      <rect x="330" y="44" width="54" height="24" rx="5" fill="#385cc8" />
      <text x="357" y="60" fontSize="11" fontWeight="600" textAnchor="middle" fill="#fff">
        Fix
      </text>
    </g>
  </Frame>
);

const code = [
  [0, 88],
  [14, 60],
  [28, 120],
  [28, 96],
  [42, 138],
  [42, 74],
  [14, 70],
  [28, 110],
] as const;

const SeeCode = () => (
  <Frame>
    <Card x={36} y={78} name="Worker" color={orange} mood="lit" />
    <path d="M150 100h48" stroke="var(--accent)" strokeWidth="1.6" strokeDasharray="3 4" />
    <rect
      x="204"
      y="18"
      width="240"
      height="164"
      rx="9"
      fill="var(--surface)"
      stroke="var(--border)"
    />
    <rect x="205" y="64" width="238" height="72" fill="var(--accent-soft)" />
    {code.map(([x, width], index) => (
      <g key={`${x}-${width}`} transform={`translate(222 ${32 + index * 18})`}>
        <rect x={x} width={width * 0.4} height="5" rx="2.5" fill="var(--accent)" />
        <rect
          x={x + width * 0.4 + 6}
          width={width * 0.6}
          height="5"
          rx="2.5"
          fill="var(--border-strong)"
        />
      </g>
    ))}
  </Frame>
);

const files = ['template.yaml', 'samconfig.toml', 'src/worker/index.mjs', 'README.md'];

const Export = () => (
  <Frame>
    <Card x={36} y={78} name="Worker" color={orange} />
    <path
      d="M156 100h58"
      stroke="var(--accent)"
      strokeWidth="2"
      markerEnd="url(#tour-arrow-accent)"
    />
    <rect
      x="226"
      y="24"
      width="218"
      height="152"
      rx="9"
      fill="var(--surface)"
      stroke="var(--border)"
    />
    {files.map((file, index) => (
      <g key={file} transform={`translate(244 ${42 + index * 32})`}>
        <path d="M0 0h8l4 4v12H0Z" stroke="var(--text-muted)" strokeWidth="1.3" />
        <text x="22" y="12" fontSize="11.5" fill="var(--text)">
          {file}
        </text>
        <path d="m172 8 4 4 8-8" stroke="var(--success)" strokeWidth="2" />
      </g>
    ))}
  </Frame>
);

/** One picture for each step of the tour. */
export const tourPictures = [Draw, Connect, Correct, SeeCode, Export] as const;
