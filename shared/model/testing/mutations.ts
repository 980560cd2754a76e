import fc from 'fast-check';
import { isJsonObject, type Json } from '../../lib/json.ts';
import { anyJson, oddKeys } from './arbitraries.ts';

/** One way to tamper with a document. */
export type Mutation = {
  readonly kind: 'drop' | 'swap' | 'retype' | 'nest' | 'huge' | 'odd-key' | 'repeat';
  readonly at: number;
  readonly other: number;
  readonly value: Json;
};

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('drop', 'swap', 'retype', 'nest', 'huge', 'odd-key', 'repeat'),
  at: fc.nat(),
  other: fc.nat(),
  value: anyJson,
});

type Slot = { readonly holder: Json[] | { [key: string]: Json }; readonly key: string | number };

/** Every place of a document that holds a value. */
const slotsOf = (root: Json): readonly Slot[] => {
  const slots: Slot[] = [];
  const visit = (value: Json): void => {
    if (Array.isArray(value)) {
      for (const [key, item] of value.entries()) {
        slots.push({ holder: value, key });
        visit(item);
      }
    } else if (isJsonObject(value)) {
      for (const [key, item] of Object.entries(value)) {
        slots.push({ holder: value, key });
        visit(item);
      }
    }
  };
  visit(root);
  return slots;
};

const get = ({ holder, key }: Slot): Json =>
  Object.getOwnPropertyDescriptor(holder, key)?.value ?? null;
const put = ({ holder, key }: Slot, value: Json): void => {
  // A copy through text: a value must not come to hold itself.
  const copy: Json = JSON.parse(JSON.stringify(value));
  Object.defineProperty(holder, key, {
    value: copy,
    enumerable: true,
    configurable: true,
    writable: true,
  });
};

/** Tampers with a document in place. */
export const mutate = (root: Json, { kind, at, other, value }: Mutation): void => {
  const slots = slotsOf(root);
  const slot = slots[at % Math.max(1, slots.length)];
  const second = slots[other % Math.max(1, slots.length)];
  if (slot === undefined || second === undefined) return;
  const { holder, key } = slot;
  switch (kind) {
    case 'drop':
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else Reflect.deleteProperty(holder, key);
      break;
    case 'swap': {
      const [a, b] = [get(slot), get(second)];
      put(slot, b);
      put(second, a);
      break;
    }
    case 'retype':
      put(slot, value);
      break;
    case 'nest': {
      let nested = get(slot);
      for (let depth = 0; depth < other % 700; depth += 1)
        nested = other % 2 ? [nested] : { a: nested };
      put(slot, nested);
      break;
    }
    case 'huge':
      put(slot, other % 2 ? 'x'.repeat(20_000) : Array.from({ length: 3000 }, () => value));
      break;
    case 'odd-key':
      put(
        {
          holder,
          key: Array.isArray(holder) ? holder.length : (oddKeys[other % oddKeys.length] ?? ''),
        },
        value,
      );
      break;
    case 'repeat':
      if (Array.isArray(holder)) put({ holder, key: holder.length }, get(slot));
      break;
    default:
      kind satisfies never;
  }
};
