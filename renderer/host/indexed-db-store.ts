import { type KeptStore, storeSections } from './web-machine.ts';

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser keeps nothing.'));
  });

/** A store in the browser's database. */
export const indexedDbStore = (factory: IDBFactory, name: string): KeptStore => {
  let opened: Promise<IDBDatabase> | undefined;
  const database = (): Promise<IDBDatabase> => {
    opened ??= new Promise((resolve, reject) => {
      const request = factory.open(name, 1);
      request.onupgradeneeded = () => {
        for (const section of storeSections) request.result.createObjectStore(section);
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('The browser keeps nothing.'));
    });
    return opened;
  };
  const section = async (of: string, mode: IDBTransactionMode): Promise<IDBObjectStore> =>
    (await database()).transaction(of, mode).objectStore(of);
  /** Resolves when the change is on disk, not only taken. */
  const change = async (of: string, run: (objects: IDBObjectStore) => void): Promise<void> => {
    const objects = await section(of, 'readwrite');
    const done = new Promise<void>((resolve, reject) => {
      objects.transaction.oncomplete = () => resolve();
      objects.transaction.onabort = () => reject(objects.transaction.error);
    });
    run(objects);
    await done;
  };
  return {
    get: async (of, key) => settled(await section(of, 'readonly').then((all) => all.get(key))),
    async all(of) {
      const objects = await section(of, 'readonly');
      const [keys, values] = await Promise.all([
        settled(objects.getAllKeys()),
        settled<unknown[]>(objects.getAll()),
      ]);
      return keys.map((key, index) => [String(key), values[index]] as const);
    },
    set: (of, key, value) => change(of, (objects) => void objects.put(value, key)),
    delete: (of, key) => change(of, (objects) => void objects.delete(key)),
  };
};
