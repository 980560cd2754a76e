import type { WorkerAnswer, WorkerQuestion } from './export.worker.ts';
import type { ExportRequest, MadeExport } from './make-export.ts';

/*
 * Exports are made beside the window, so that nobody waits while typing. The worker knows the catalog and the
 * exporters and is kept once it is there.
 */

interface Waiting {
  readonly resolve: (made: MadeExport) => void;
  readonly reject: (error: Error) => void;
}

let worker: Worker | undefined;
let asked = 0;
const waiting = new Map<number, Waiting>();

const started = (): Worker => {
  if (worker) return worker;
  const made = new Worker(new URL('./export.worker.ts', import.meta.url), {
    type: 'module',
    name: 'exports',
  });
  made.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
    const asker = waiting.get(data.id);
    waiting.delete(data.id);
    if ('made' in data) asker?.resolve(data.made);
    else asker?.reject(new Error(data.failed));
  });
  made.addEventListener('error', ({ message }) => {
    // It may be beyond help: the next export gets a new one.
    worker = undefined;
    made.terminate();
    for (const { reject } of waiting.values())
      reject(new Error(message || 'The exporters could not be loaded.'));
    waiting.clear();
  });
  worker = made;
  return made;
};

/** Makes an export of a design, without holding up the window. */
export const requestExport = (request: ExportRequest): Promise<MadeExport> =>
  new Promise((resolve, reject) => {
    asked += 1;
    const question: WorkerQuestion = { id: asked, request };
    waiting.set(asked, { resolve, reject });
    started().postMessage(question);
  });
