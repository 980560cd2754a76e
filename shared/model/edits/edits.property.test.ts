import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameJson } from '../../lib/json-value.ts';
import { type Design, designSchema } from '../design.ts';
import { logicalIds } from '../logical-id.ts';
import { parseDesign } from '../parse.ts';
import { serialiseDesign } from '../serialise.ts';
import { anyDesign, soundDesign } from '../testing/arbitraries.ts';
import {
  anyEdit,
  anyHarmlessEdit,
  anyRemoval,
  isReference,
  type NamedEdit,
} from '../testing/edit-arbitraries.ts';
import { ancestorsOf, findNode } from '../tree.ts';
import {
  consequencesOfDelete,
  copyItems,
  deleteItems,
  type Edit,
  pastedIds,
  pasteItems,
} from './index.ts';

/** The designs after each of the edits, the first one included. */
const runAll = (design: Design, edits: readonly NamedEdit[]): readonly Design[] => {
  const designs = [design];
  let now = design;
  for (const { make } of edits) {
    now = make(now)(now);
    designs.push(now);
  }
  return designs;
};

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const item of Object.values(value)) frozen(item);
  }
  return value;
};

/** What points at nothing: parents, ends, references, places of suppressions. */
const danglingIn = (design: Design): readonly string[] => {
  const nodes = new Set<unknown>(design.nodes.map(({ id }) => id));
  const all = new Set<unknown>([...nodes, ...design.connections.map(({ id }) => id)]);
  const references = [...design.nodes, ...design.connections].flatMap(({ id, properties }) =>
    Object.entries(properties)
      .filter(([name]) => name === 'ref' || name === 'refs')
      .flatMap(([name, value]) =>
        [value]
          .flat()
          .filter((item) => typeof item === 'string' && !all.has(item))
          .map((item) => `${id}.${name}: ${item}`),
      ),
  );
  return [
    ...design.nodes.flatMap(({ id, parent }) =>
      parent === undefined || nodes.has(parent) ? [] : [`${id}.parent: ${parent}`],
    ),
    ...design.connections.flatMap(({ id, from, to }) =>
      [from, to].filter((end) => !nodes.has(end)).map((end) => `${id}: ${end}`),
    ),
    ...references,
    ...(design.suppressions ?? []).flatMap(({ at }) =>
      at === undefined || all.has(at) ? [] : [`suppression: ${at}`],
    ),
  ];
};

/** A sound design whose reference properties and suppressions are about something that is there. */
const whole = soundDesign.map((design): Design => {
  const dangling = (id: string | undefined) =>
    id !== undefined && findNode(design, id) === undefined;
  return { ...design, suppressions: (design.suppressions ?? []).filter(({ at }) => !dangling(at)) };
});

describe('every edit', () => {
  test('keeps a design valid, writable and readable, and never changes the old one', () => {
    fc.assert(
      fc.property(anyDesign, fc.array(anyEdit, { maxLength: 6 }), (design, edits) => {
        const before = serialiseDesign(design);
        for (const next of runAll(frozen(design), edits)) {
          expect(designSchema.safeParse(next).error).toBeUndefined();
          const text = serialiseDesign(next);
          const parsed = parseDesign(text);
          expect(parsed.ok && serialiseDesign(parsed.value.design)).toBe(text);
        }
        expect(serialiseDesign(design)).toBe(before);
      }),
      { numRuns: 500 },
    );
  });

  test('shares what it does not touch, and gives the same object when it changes nothing', () => {
    fc.assert(
      fc.property(anyDesign, anyEdit, (design, { make }) => {
        const after = make(design)(design);
        if (sameJson(after, design)) expect(after).toBe(design);
        for (const key of ['nodes', 'connections'] as const) {
          const old = new Set<unknown>(design[key]);
          for (const item of after[key]) {
            const equal = design[key].find((other) => sameJson(other, item));
            // A node that is equal to an old one is that one.
            if (equal !== undefined) expect(old.has(item)).toBe(true);
          }
          if (
            after[key].length === design[key].length &&
            after[key].every((item) => old.has(item))
          ) {
            expect(after[key]).toBe(design[key]);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('is as good as new when done again', () => {
    fc.assert(
      fc.property(anyDesign, anyEdit, (design, { make }) => {
        const edit: Edit = make(design);
        expect(sameJson(edit(design), edit(design))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('leaves no ring of parents, no two equal ids, no parent and no end that is missing', () => {
    fc.assert(
      fc.property(whole, fc.array(anyEdit, { maxLength: 8 }), (design, edits) => {
        for (const next of runAll(
          design,
          edits.filter(({ name }) => name !== 'setProperty'),
        )) {
          for (const { from, to } of next.connections) {
            expect(findNode(next, from) && findNode(next, to)).toBeDefined();
          }
          const ids = [...next.nodes, ...next.connections].map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          for (const { id, parent } of next.nodes) {
            expect(parent).not.toBe(id);
            expect(ancestorsOf(next, id).some((node) => node.parent === id)).toBe(false);
            if (parent !== undefined) expect(findNode(next, parent)).toBeDefined();
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

test('no logical id changes unless something is added or removed', () => {
  fc.assert(
    fc.property(anyDesign, fc.array(anyHarmlessEdit, { maxLength: 6 }), (design, edits) => {
      const expected = logicalIds(design);
      for (const next of runAll(design, edits)) expect(logicalIds(next)).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test('adding changes no logical id of what was there', () => {
  fc.assert(
    fc.property(soundDesign, (design) => {
      const clipboard = copyItems(
        design,
        design.nodes.map(({ id }) => id),
      );
      const after = logicalIds(pasteItems(clipboard)(design));
      for (const [id, logical] of logicalIds(design)) expect(after.get(id)).toBe(logical);
    }),
    { numRuns: 300 },
  );
});

test('a deletion leaves nothing that points at nothing, and does what was foretold', () => {
  fc.assert(
    fc.property(
      whole,
      fc.array(anyHarmlessEdit, { maxLength: 4 }),
      anyRemoval,
      fc.boolean(),
      (start, edits, { make }, deep) => {
        const design =
          runAll(
            start,
            edits.filter(({ name }) => name !== 'setProperty'),
          ).at(-1) ?? start;
        const known = new Set(danglingIn(design));
        expect(danglingIn(make(design)(design)).filter((text) => !known.has(text))).toEqual([]);

        const ids = design.nodes.slice(0, 2).map(({ id }) => id);
        const options = {
          isReference,
          children: deep ? ('delete' as const) : ('move-up' as const),
        };
        const foretold = consequencesOfDelete(design, ids, options);
        const after = deleteItems(ids, options)(design);
        const left = (items: readonly { readonly id: string }[]) =>
          new Set<string>(items.map(({ id }) => id));
        const gone = (
          old: readonly { readonly id: string }[],
          now: readonly { readonly id: string }[],
        ) => old.map(({ id }) => id).filter((id) => !left(now).has(id));
        expect(gone(design.nodes, after.nodes)).toEqual(
          expect.arrayContaining([...foretold.nodes, ...ids]),
        );
        expect(gone(design.nodes, after.nodes)).toHaveLength(foretold.nodes.length + ids.length);
        expect(gone(design.connections, after.connections)).toEqual(foretold.connections);
        for (const id of foretold.movedUp)
          expect(findNode(after, id)?.parent).not.toBe(findNode(design, id)?.parent);
      },
    ),
    { numRuns: 500 },
  );
});

test('what is pasted is a copy under other ids', () => {
  fc.assert(
    fc.property(soundDesign, soundDesign, (from, to) => {
      const clipboard = copyItems(
        from,
        from.nodes.map(({ id }) => id),
      );
      const ids = pastedIds(to, clipboard);
      const after = pasteItems(clipboard, { offset: { x: 0, y: 0 } })(to);
      expect(after.nodes.slice(0, to.nodes.length)).toEqual(to.nodes);
      for (const node of clipboard.nodes) {
        const copy = findNode(after, ids.nodes.get(node.id) ?? '');
        const parent = node.parent === undefined ? undefined : ids.nodes.get(node.parent);
        expect(
          sameJson(copy, { ...node, id: copy?.id, ...(parent === undefined ? {} : { parent }) }),
        ).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
