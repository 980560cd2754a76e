/** A set of keys that an update has changed. */
export type Keys = Iterable<number>;

/**
 * Remembers which run has read which key. A key is a small integer that stands for something readable:
 * a node's record, the list of its outgoing connections, the nodes of a kind. Reading a key twice in one
 * run costs a comparison; all of it is arrays of integers because a validation reads some 100,000 keys.
 */
export class Tracker {
  private nextKey = 0;
  private serial = 0;
  private run = -1;
  private count = 0;
  private stamps = new Int32Array(1024);
  private readonly buffer: number[] = [];
  private readonly readers: (number[] | undefined)[] = [];
  /** Keys that were given back, by how many they are together. */
  private readonly free = new Map<number, number[]>();
  private readonly dependencies: (readonly number[] | undefined)[] = [];

  /** Reserves keys; gives the first. */
  keys(count: number): number {
    const returned = this.free.get(count)?.pop();
    if (returned !== undefined) return returned;
    const first = this.nextKey;
    this.nextKey += count;
    if (this.nextKey > this.stamps.length) {
      const grown = new Int32Array(this.nextKey * 2);
      grown.set(this.stamps);
      this.stamps = grown;
    }
    return first;
  }

  /** Takes keys back that `keys` gave, unless a run has read one of them. Says whether it did. */
  giveBack(first: number, count: number): boolean {
    for (let key = first; key < first + count; key++) if (this.readers[key]?.length) return false;
    for (let key = first; key < first + count; key++)
      if (this.readers[key]) this.readers[key] = undefined;
    const returned = this.free.get(count);
    if (returned) returned.push(first);
    else this.free.set(count, [first]);
    return true;
  }

  /** Notes that the run under way, if there is one, has read the key. */
  read(key: number): void {
    if (this.run < 0 || this.stamps[key] === this.serial) return;
    this.stamps[key] = this.serial;
    this.buffer[this.count++] = key;
  }

  /** Starts a run; what it read before is forgotten when it ends. Runs do not nest. */
  begin(run: number): void {
    if (this.run >= 0) throw new Error('A tracked run started another one.');
    this.run = run;
    this.count = 0;
    this.serial++;
  }

  /** Ends the run and keeps what it has read. */
  end(): void {
    const { run, count, buffer, stamps } = this;
    const before = this.dependencies[run];
    this.run = -1;
    if (before && sameKeys(before, buffer, count)) return;
    const now = buffer.slice(0, count);
    this.dependencies[run] = now;
    if (!before) {
      for (const key of now) this.add(key, run);
      return;
    }
    const read = this.serial;
    for (const key of before) if (stamps[key] !== read) this.remove(key, run);
    const known = ++this.serial;
    for (const key of before) stamps[key] = known;
    for (const key of now) if (stamps[key] !== known) this.add(key, run);
  }

  /** Forgets all that the run has read. */
  forget(run: number): void {
    for (const key of this.dependencies[run] ?? []) this.remove(key, run);
    this.dependencies[run] = undefined;
  }

  /** The runs that have read one of the keys, each once. */
  readersOf(keys: Keys): number[] {
    const found = new Set<number>();
    for (const key of keys) for (const run of this.readers[key] ?? []) found.add(run);
    return [...found];
  }

  private add(key: number, run: number): void {
    const readers = this.readers[key];
    if (readers) readers.push(run);
    else this.readers[key] = [run];
  }

  private remove(key: number, run: number): void {
    const readers = this.readers[key];
    if (!readers) return;
    const at = readers.indexOf(run);
    const last = readers.pop();
    // The last one takes the free place, unless it was the one to go.
    if (at >= 0 && at < readers.length && last !== undefined) readers[at] = last;
  }
}

const sameKeys = (before: readonly number[], now: readonly number[], count: number): boolean => {
  if (before.length !== count) return false;
  for (let at = 0; at < count; at++) if (before[at] !== now[at]) return false;
  return true;
};
