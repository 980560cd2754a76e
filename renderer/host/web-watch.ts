import { readHandle } from './web-files.ts';
import type { FileHandle, WebMachine } from './web-machine.ts';

/**
 * Looks at a file from time to time, since no browser tells of changes everywhere. Time and size are looked at first;
 * the text is read only when one of them moved. `tell` hears the version that is there now; undefined: it is gone.
 */
export const watchHandle = (
  { often }: Pick<WebMachine, 'often'>,
  handle: FileHandle,
  { known, tell }: { known: () => string | undefined; tell: (version: string | undefined) => void },
): (() => void) => {
  let seen = '';
  let looking = false;
  let stopped = false;
  const look = async (): Promise<void> => {
    const expected = known();
    const stamp = await handle.getFile().then(
      (file) => `${file.size} ${file.lastModified}`,
      (error: unknown) => (error instanceof Error && error.name === 'NotFoundError' ? 'gone' : ''),
    );
    if (stopped || stamp === seen || stamp === '') return;
    if (stamp === 'gone') {
      seen = stamp;
      if (expected !== undefined) tell(undefined);
      return;
    }
    const there = await readHandle(handle, handle.name);
    // A save of our own may have come between: then the next look compares with what it wrote.
    if (stopped || !there.ok || known() !== expected) return;
    seen = stamp;
    if (there.value.version !== expected) tell(there.value.version);
  };
  const stop = often(() => {
    if (looking) return;
    looking = true;
    look()
      .catch(() => undefined)
      .finally(() => {
        looking = false;
      });
  });
  return () => {
    stopped = true;
    stop();
  };
};
