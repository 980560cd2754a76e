import type { Result } from '../shared/lib/result.ts';

/** What a command line carries besides its code; `tools/assets.mjs` gathers it when it is built. */
export interface Assets {
  readonly version: string;
  /** The text of each template, by name. */
  readonly templates: Readonly<Record<string, string>>;
  /** AWS's icons as SVG, by name. */
  readonly icons: Readonly<Record<string, string>>;
}

/** All that commands know of the machine. Tests give another one. */
export interface Io {
  /** Results. */
  stdout(text: string): void;
  /** Everything that is said about them. */
  stderr(text: string): void;
  /** Whether colours are wanted there: a terminal, and nobody said NO_COLOR. */
  readonly colors: { readonly stdout: boolean; readonly stderr: boolean };
  /** Relative paths start here. */
  readonly cwd: string;
  /** The day, `YYYY-MM-DD`: some rules know when AWS ends support of something. */
  readonly today: string;
  readonly assets: Assets;
  /** The text of a file, or why it cannot be read. */
  readFile(path: string): Result<string, string>;
  readStdin(): Result<string, string>;
}

/** What a command ends with. */
export const exitCodes = {
  fine: 0,
  /** Findings at or above the level, or a file that is not as it should be. */
  findings: 1,
  /** Wrong use, or something that could not be read or written. */
  wrong: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
