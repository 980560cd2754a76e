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
