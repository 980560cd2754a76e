import { largestFile, largestFileText } from '../../shared/host/file-limits.ts';
import type { FileRef, HostProblem, OutputFile, OutputStatus } from '../../shared/host/host-api.ts';
import { cancelled, type Deed, fileProblem } from '../../shared/host/problems.ts';
import { textVersion } from '../../shared/host/text-version.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import type { FileHandle, FolderHandle, WebMachine } from './web-machine.ts';

type Answer<T> = Promise<Result<T, HostProblem>>;

/** What a browser's error means. Browsers say it by a name. */
export const problemOf = (error: unknown, deed: Deed, name: string): HostProblem => {
  const kind = error instanceof Error ? error.name : '';
  switch (kind) {
    case 'AbortError':
      return cancelled;
    case 'NotFoundError':
      return fileProblem('not-found', deed, name);
    case 'NotAllowedError':
    case 'SecurityError':
      return fileProblem('denied', deed, name);
    case 'NoModificationAllowedError':
      return fileProblem('read-only', deed, name);
    case 'QuotaExceededError':
      return fileProblem('disk-full', deed, name);
    default:
      return fileProblem(
        'failed',
        deed,
        name,
        error instanceof Error ? error.message : String(error),
      );
  }
};

/** The text in some bytes; files that are no text are told apart from those that are. */
export const decode = (bytes: ArrayBuffer, name: string): Result<string, HostProblem> => {
  if (bytes.byteLength > largestFile)
    return fail(fileProblem('too-large', 'read', name, largestFileText));
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return fail(fileProblem('failed', 'read', name, 'it is not text (UTF-8)'));
  }
};

/** Whether a handle may be used, asking the person where that is needed. */
const allowed = async (
  handle: FileHandle | FolderHandle,
  mode: 'read' | 'readwrite',
): Promise<boolean> => {
  const asked = { mode };
  if ((await (handle.queryPermission?.(asked) ?? 'granted')) === 'granted') return true;
  return (await (handle.requestPermission?.(asked) ?? 'granted')) === 'granted';
};

export interface ReadText {
  readonly text: string;
  readonly version: string;
}

/** What is in a file now. */
export const readHandle = async (handle: FileHandle, name: string): Answer<ReadText> => {
  try {
    if (!(await allowed(handle, 'read'))) return fail(fileProblem('denied', 'read', name));
    const file = await handle.getFile();
    if (file.size > largestFile)
      return fail(fileProblem('too-large', 'read', name, largestFileText));
    const decoded = decode(await file.arrayBuffer(), name);
    return decoded.ok ? ok({ text: decoded.value, version: textVersion(decoded.value) }) : decoded;
  } catch (error) {
    return fail(problemOf(error, 'read', name));
  }
};

/** Writes a file: the browser writes beside it and puts the whole in its place when it is closed. */
export const writeHandle = async (
  handle: FileHandle,
  name: string,
  content: string | Uint8Array,
  deed: Deed,
): Answer<void> => {
  try {
    if (!(await allowed(handle, 'readwrite'))) return fail(fileProblem('denied', deed, name));
    const writable = await handle.createWritable();
    try {
      await writable.write(content);
      await writable.close();
    } catch (error) {
      await writable.abort().catch(() => undefined);
      throw error;
    }
    return ok(undefined);
  } catch (error) {
    return fail(problemOf(error, deed, name));
  }
};

/** The handle of a file below a folder; undefined when it is not there and is not to be made. */
const below = async (
  folder: FolderHandle,
  path: string,
  create: boolean,
): Promise<FileHandle | undefined> => {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  let here = folder;
  try {
    for (const part of parts) here = await here.getDirectoryHandle(part, { create });
    return await here.getFileHandle(name, { create });
  } catch (error) {
    if (!create && error instanceof Error && error.name === 'NotFoundError') return undefined;
    throw error;
  }
};

/** What writing some files would change. */
export const compareBelow = async (
  folder: FolderHandle,
  files: readonly OutputFile[],
): Answer<readonly OutputStatus[]> => {
  const statuses: OutputStatus[] = [];
  try {
    if (!(await allowed(folder, 'read'))) return fail(fileProblem('denied', 'read', folder.name));
    for (const { path, text } of files) {
      const handle = await below(folder, path, false);
      if (handle === undefined) {
        statuses.push({ path, status: 'new' });
        continue;
      }
      const there = await readHandle(handle, path);
      if (!there.ok) statuses.push({ path, status: 'changed' });
      else
        statuses.push({
          path,
          status: there.value.text === text ? 'same' : 'changed',
          before: there.value.text,
        });
    }
    return ok(statuses);
  } catch (error) {
    return fail(problemOf(error, 'read', folder.name));
  }
};

/** Writes some files below a folder. Those that are the same already are left alone. */
export const writeBelow = async (
  folder: FolderHandle,
  files: readonly OutputFile[],
): Answer<void> => {
  const compared = await compareBelow(folder, files);
  if (!compared.ok) return compared;
  try {
    if (!(await allowed(folder, 'readwrite')))
      return fail(fileProblem('denied', 'write', folder.name));
    for (const [index, { path, text }] of files.entries()) {
      if (compared.value[index]?.status === 'same') continue;
      const handle = await below(folder, path, true);
      if (handle === undefined) return fail(fileProblem('not-found', 'write', path));
      const written = await writeHandle(handle, path, text, 'write');
      if (!written.ok) return written;
    }
    return ok(undefined);
  } catch (error) {
    return fail(problemOf(error, 'write', folder.name));
  }
};

/** The handles that this browser knows, by the id of their FileRef. */
export const handleShelf = ({ store, makeId }: WebMachine) => ({
  /** Puts a handle on the shelf; the same file gets the id it had before. */
  async put(handle: FileHandle | FolderHandle): Promise<FileRef> {
    const ref = (id: string): FileRef => ({ id, name: handle.name, folder: '' });
    for (const [id, other] of await store.all('handles'))
      if (await handle.isSameEntry(other)) return ref(id);
    const id = makeId();
    await store.set('handles', id, handle);
    return ref(id);
  },
  async file({ id }: FileRef): Promise<FileHandle | undefined> {
    const handle = (await store.get('handles', id)) as FileHandle | FolderHandle | undefined;
    return handle?.kind === 'file' ? handle : undefined;
  },
  async folder({ id }: FileRef): Promise<FolderHandle | undefined> {
    const handle = (await store.get('handles', id)) as FileHandle | FolderHandle | undefined;
    return handle?.kind === 'directory' ? handle : undefined;
  },
});
