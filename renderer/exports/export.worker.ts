import { type ExportRequest, type MadeExport, makeExport } from './make-export.ts';

/** A question to the worker; answers carry its number. */
export interface WorkerQuestion {
  readonly id: number;
  readonly request: ExportRequest;
}

export type WorkerAnswer =
  | { readonly id: number; readonly made: MadeExport }
  | { readonly id: number; readonly failed: string };

self.addEventListener('message', ({ data }: MessageEvent<WorkerQuestion>) => {
  const { id, request } = data;
  makeExport(request).then(
    (made) => self.postMessage({ id, made } satisfies WorkerAnswer),
    (error: unknown) =>
      self.postMessage({
        id,
        failed: error instanceof Error ? error.message : String(error),
      } satisfies WorkerAnswer),
  );
});
