/** A file of an export: a safe relative path with forward slashes, and its text. */
export interface ExportedFile {
  readonly path: string;
  readonly text: string;
}

/** Something of the design that an export cannot say. */
export interface ExportProblem {
  readonly message: string;
  /** The id of the node or connection. */
  readonly at: string;
}

/** What an exporter gives: all files, or why not. */
export interface Export {
  readonly files: readonly ExportedFile[];
  readonly problems: readonly ExportProblem[];
}

/** Lines of a file of an export that came from a node or connection. The first line of a file is 1. */
export interface SourceRange {
  readonly path: string;
  readonly first: number;
  readonly last: number;
  /** The id of the node or connection. */
  readonly owner: string;
}

/** Told whose lines an exporter writes, while it writes them. */
export type LineListener = (range: SourceRange) => void;

/** Tells that a file belongs to one node or connection as a whole. */
export const tellFile = (
  onLines: LineListener | undefined,
  path: string,
  text: string,
  owner: string | undefined,
): void => {
  if (!onLines || owner === undefined || owner === '') return;
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  onLines({ path, first: 1, last: Math.max(1, lines), owner });
};
