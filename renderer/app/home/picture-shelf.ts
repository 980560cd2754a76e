/*
 * Pictures of designs that were open lately, in the browser's own database. They are a convenience: whoever asks
 * gets undefined when there is none, and may show a placeholder.
 */

/** A design as SVG, for each ground. */
export interface KeptPicture {
  readonly light: string;
  readonly dark: string;
}

const store = 'pictures';

const open = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('isobar-pictures', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser keeps nothing.'));
  });

const run = async <T>(
  mode: IDBTransactionMode,
  ask: (objects: IDBObjectStore) => IDBRequest<T>,
): Promise<T> => {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const request = ask(database.transaction(store, mode).objectStore(store));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('The browser keeps nothing.'));
    });
  } finally {
    database.close();
  }
};

/** Keeps the picture of a file, by the host's id of it. */
export const putPicture = async (file: string, picture: KeptPicture): Promise<void> => {
  await run('readwrite', (objects) => objects.put(picture, file));
};

/** The picture of a file; undefined when none was kept or nothing can be read. */
export const getPicture = (file: string): Promise<KeptPicture | undefined> =>
  run('readonly', (objects) => objects.get(file) as IDBRequest<KeptPicture | undefined>).catch(
    () => undefined,
  );

/** Forgets the picture of a file. */
export const dropPicture = (file: string): Promise<void> =>
  run('readwrite', (objects) => objects.delete(file)).catch(() => undefined);
