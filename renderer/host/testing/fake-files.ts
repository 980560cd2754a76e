import type { FileHandle, FolderHandle, WritableFile } from '../web-machine.ts';

/** A disk as a browser shows it: handles that fail with the browser's own names of errors. */
export interface FakeDisk {
  readonly files: Map<string, { bytes: Uint8Array; time: number; readOnly: boolean }>;
  failure: 'disk-full' | 'denied' | undefined;
  write(path: string, content: string | Uint8Array): void;
  file(path: string): FileHandle;
  folder(path: string): FolderHandle;
}

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });
const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export const fakeDisk = (): FakeDisk => {
  const files: FakeDisk['files'] = new Map();
  const folders = new Set<string>(['']);
  let time = 1;
  const entryOf = (handle: unknown): string | undefined => (handle as { path?: string }).path;

  const disk: FakeDisk = {
    files,
    failure: undefined,
    write(path, content) {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      time += 1;
      files.set(path, { bytes, time, readOnly: files.get(path)?.readOnly ?? false });
    },
    file: (path) => {
      const permission = () =>
        Promise.resolve(files.get(path)?.readOnly ? ('denied' as const) : ('granted' as const));
      const handle: FileHandle & { path: string } = {
        path,
        kind: 'file',
        name: lastPart(path),
        isSameEntry: (other) => Promise.resolve(entryOf(other) === path),
        queryPermission: ({ mode }) =>
          mode === 'read' ? Promise.resolve('granted' as const) : permission(),
        requestPermission: () => Promise.resolve('granted' as const),
        getFile: () => {
          const file = files.get(path);
          if (file === undefined) return Promise.reject(named('NotFoundError', 'gone'));
          const { bytes } = file;
          return Promise.resolve({
            size: bytes.length,
            lastModified: file.time,
            arrayBuffer: () => Promise.resolve(Uint8Array.from(bytes).buffer),
          });
        },
        createWritable: () => {
          if (files.get(path)?.readOnly)
            return Promise.reject(named('NoModificationAllowedError', 'read-only'));
          if (disk.failure === 'denied') return Promise.reject(named('NotAllowedError', 'denied'));
          let written: string | Uint8Array = '';
          const writable: WritableFile = {
            write: (content) => {
              if (disk.failure) return Promise.reject(named('QuotaExceededError', 'full'));
              written = content;
              return Promise.resolve();
            },
            close: () => Promise.resolve(disk.write(path, written)),
            abort: () => Promise.resolve(),
          };
          return Promise.resolve(writable);
        },
      };
      return handle;
    },
    folder: (path) => {
      const below = (name: string): string => {
        // As browsers do: a name is one part, and never leads out.
        if (name === '' || name === '.' || name === '..' || /[/\\]/.test(name))
          throw new TypeError('Name is not allowed.');
        return `${path}/${name}`;
      };
      const exists = (at: string): boolean =>
        folders.has(at) || [...files.keys()].some((file) => file.startsWith(`${at}/`));
      const handle: FolderHandle & { path: string } = {
        path,
        kind: 'directory',
        name: lastPart(path),
        isSameEntry: (other) => Promise.resolve(entryOf(other) === path),
        getDirectoryHandle: (name, options) => {
          const at = below(name);
          if (options?.create) folders.add(at);
          return exists(at)
            ? Promise.resolve(disk.folder(at))
            : Promise.reject(named('NotFoundError', 'no folder'));
        },
        getFileHandle: (name, options) => {
          const at = below(name);
          if (files.has(at) || options?.create) return Promise.resolve(disk.file(at));
          return Promise.reject(named('NotFoundError', 'no file'));
        },
      };
      return handle;
    },
  };
  return disk;
};
