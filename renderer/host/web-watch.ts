import { readHandle } from './web-files.ts';
import type { FileHandle, WebMachine } from './web-machine.ts';

/**
 * Looks at a file whenever it may have changed. Time and size are looked at first; the text is read only when one of
 * them moved. `tell` hears the version that is there now; undefined: it is gone.
 */
export const watchHandle = (
  { onChange }: Pick<WebMachine, 'onChange'>,
  handle: FileHandle,
  { known, tell }: { known: () => string | undefined; tell: (version: string | undefined) => void },
): (() => void) => {
  let seen = '';
  let looking = false;
  /** Something came while it was looking: what it saw may be old. */
  let again = false;
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
    // A save of our own may have come between: then it is looked at again, and compared with what that wrote.
    if (!stopped && known() !== expected) again = true;
    if (stopped || !there.ok || known() !== expected) return;
    seen = stamp;
    if (there.value.version !== expected) tell(there.value.version);
  };
  const start = (): void => {
    if (looking) {
      again = true;
      return;
    }
    looking = true;
    again = false;
    look()
      .catch(() => undefined)
      .finally(() => {
        looking = false;
        if (again && !stopped) start();
      });
  };
  const stop = onChange(handle, start);
  return () => {
    stopped = true;
    stop();
  };
};
