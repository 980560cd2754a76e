import { compareText } from '../lib/order.ts';
import type { Connection, Node } from '../model/design.ts';

/** A place in the index for an id; it outlives the item while a run has read it, so that reads of a missing id are tracked. */
interface Slot<T> {
  readonly id: string;
  /** The first item of the id in the design; undefined while there is none. */
  item: T | undefined;
}

const nothing: readonly never[] = [];

/** Items in the order of their ids. Callers may keep the array they get: a change makes a new one. */
export class SortedItems<T, S extends Slot<T>> {
  readonly slots: S[] = [];
  private cache: readonly T[] | undefined;

  get items(): readonly T[] {
    this.cache ??= this.where(() => true);
    return this.cache;
  }

  /** The items that pass, in order. */
  where(test: (item: T, slot: S) => boolean): readonly T[] {
    // Most questions find nothing: only what finds something makes a list.
    let found: T[] | undefined;
    for (const slot of this.slots) {
      if (slot.item === undefined || !test(slot.item, slot)) continue;
      if (found === undefined) found = [slot.item];
      else found.push(slot.item);
    }
    return found ?? nothing;
  }

  add(slot: S): void {
    const at = this.indexOf(slot.id);
    if (this.slots[at] === slot) return;
    if (at === this.slots.length) this.slots.push(slot);
    else this.slots.splice(at, 0, slot);
    this.cache = undefined;
  }

  remove(slot: S): void {
    const at = this.indexOf(slot.id);
    if (this.slots[at] !== slot) return;
    this.slots.splice(at, 1);
    this.cache = undefined;
  }

  /** The item of a slot was replaced. */
  refresh(): void {
    this.cache = undefined;
  }

  private indexOf(id: string): number {
    const { slots } = this;
    let low = 0;
    let high = slots.length;
    const last = slots[high - 1];
    if (last === undefined || compareText(last.id, id) < 0) return high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const slot = slots[middle];
      if (slot !== undefined && compareText(slot.id, id) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The keys of a node slot, added to its `key`. */
export const nodeKey = {
  /** Anything but position and size. */
  record: 0,
  /** Existence, kind and parent alone. */
  place: 1,
  /** The outgoing connections: which, their records, and the kinds at their far ends. */
  outgoing: 2,
  incoming: 3,
  /** The children: which, and their records. */
  children: 4,
  count: 5,
} as const;

export interface NodeSlot extends Slot<Node> {
  readonly key: number;
  readonly outgoing: SortedItems<Connection, ConnectionSlot>;
  readonly incoming: SortedItems<Connection, ConnectionSlot>;
  readonly children: SortedItems<Node, NodeSlot>;
}

export interface ConnectionSlot extends Slot<Connection> {
  readonly key: number;
  mechanism: string | undefined;
  source: NodeSlot | undefined;
  target: NodeSlot | undefined;
}

/** Nodes of a kind, or connections of a mechanism, with the key that stands for all of them. */
export interface Bucket<T, S extends Slot<T>> {
  readonly key: number;
  readonly members: SortedItems<T, S>;
}
