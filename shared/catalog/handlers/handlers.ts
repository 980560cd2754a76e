import type { Runtime } from '../runtimes.ts';
import type { NodeScope } from '../service.ts';

/** A small working handler in the function's language: file path below the function's folder, and text. */
export const handlerFiles = (
  _runtime: Runtime,
  _scope: NodeScope,
  _environment: readonly string[],
): ReadonlyMap<string, string> =>
  new Map([['index.mjs', 'export const handler = async (event) => event;\n']]);
