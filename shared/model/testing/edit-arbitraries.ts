import fc from 'fast-check';
import type { Json } from '../../lib/json.ts';
import type { Design } from '../design.ts';
import * as edits from '../edits/index.ts';
import type { ConnectionId, NodeId } from '../ids.ts';
import { freshIds } from '../new-design.ts';
import { anyJson, anyNodeId } from './arbitraries.ts';

/** Every property whose name starts so holds ids. */
export const isReference: edits.IsReference = (_owner, property) => property.startsWith('ref');

/** An edit that is made for the design at hand, and its name for the report. */
export type NamedEdit = { readonly name: string; readonly make: (design: Design) => edits.Edit };

const pixel = fc.oneof(
  fc.integer({ min: -5000, max: 5000 }),
  fc.double({ min: -1e4, max: 1e4, noNaN: true }),
  fc.constantFrom(-0, 1e300, Number.NaN),
);
const position = fc.record({ x: pixel, y: pixel });
const size = fc.record({ width: pixel, height: pixel });
const picks = fc.array(fc.nat(), { maxLength: 4 });
const name = fc.oneof(
  fc.constantFrom('ref', 'refs', '__proto__', 'timeout'),
  fc.string({ maxLength: 4 }),
);

type Made = {
  readonly picks: readonly number[];
  readonly more: readonly number[];
  readonly position: { x: number; y: number };
  readonly size: { width: number; height: number };
  readonly name: string;
  readonly value: Json;
  readonly stranger: NodeId;
  readonly flag: boolean;
};

const choose = <T>(items: readonly T[], numbers: readonly number[]): readonly T[] =>
  items.length === 0 ? [] : numbers.map((number) => items[number % items.length]!);

/** Nodes of the design, and now and then one that is not there. */
const someNodes = (design: Design, { picks: numbers, stranger, flag }: Made): readonly NodeId[] => [
  ...choose(design.nodes, numbers).map(({ id }) => id),
  ...(flag ? [stranger] : []),
];
const someItems = (design: Design, made: Made): readonly (NodeId | ConnectionId)[] => [
  ...someNodes(design, made),
  ...choose(design.connections, made.more).map(({ id }) => id),
];

type Maker = (design: Design, made: Made) => edits.Edit;
const nothing: edits.Edit = (design) => design;
const onNode =
  (edit: (id: NodeId, made: Made, design: Design) => edits.Edit): Maker =>
  (design, made) => {
    const [id] = someNodes(design, made);
    return id === undefined ? nothing : edit(id, made, design);
  };
const onConnection =
  (edit: (id: ConnectionId, made: Made, design: Design) => edits.Edit): Maker =>
  (design, made) => {
    const [connection] = choose(design.connections, made.more);
    return connection === undefined ? nothing : edit(connection.id, made, design);
  };
const holder = (design: Design, { more }: Made): NodeId | undefined =>
  choose(design.nodes, more)[0]?.id;

/** Those that only rename, move or rearrange: no logical id may change by them. */
const harmless: { readonly [name: string]: Maker } = {
  moveNodes: (design, made) =>
    edits.moveNodes(someNodes(design, made).map((id) => [id, made.position] as const)),
  resizeNode: onNode((id, made) =>
    edits.resizeNode(id, made.size, made.flag ? made.position : undefined),
  ),
  reparent: (design, made) => edits.reparent(someNodes(design, made), holder(design, made)),
  rename: onNode((id, made) => edits.rename(id, made.name)),
  applyLayout: (design, made) =>
    edits.applyLayout(
      someNodes(design, made).map(
        (id) => [id, { ...made.position, ...(made.flag ? made.size : {}) }] as const,
      ),
    ),
  alignNodes: (design, made) =>
    edits.alignNodes(someNodes(design, made), made.flag ? 'center' : 'bottom'),
  distributeNodes: (design, made) =>
    edits.distributeNodes(someNodes(design, made), made.flag ? 'horizontal' : 'vertical'),
  setProperty: (design, made) => {
    const [id] = someItems(design, made);
    return id === undefined ? nothing : edits.setProperty(id, made.name, made.value);
  },
  setReference: onNode((id, made, design) =>
    edits.setProperty(
      id,
      made.flag ? 'ref' : 'refs',
      made.flag ? (holder(design, made) ?? 'x') : [...someItems(design, made)],
    ),
  ),
  unsetProperty: onNode((id, made) => edits.unsetProperty(id, made.name)),
  setConnectionType: onConnection((id, made) =>
    edits.setConnectionType(id, made.name, made.flag ? {} : undefined),
  ),
  reverseConnection: onConnection((id, made) => edits.reverseConnection(id, made.name)),
  retargetConnection: onConnection((id, made, design) =>
    edits.retargetConnection(id, { to: holder(design, made) ?? made.stranger }),
  ),
  replaceKind: onNode((id, made) =>
    edits.replaceKind(id, made.name, {
      properties: {},
      connection: (one) => (made.flag ? one : undefined),
    }),
  ),
  suppress: (design, made) => edits.suppress('a/b', someItems(design, made)[0], made.name),
  unsuppress: (design, made) => edits.unsuppress('a/b', someItems(design, made)[0]),
  setDesign: (_design, made) =>
    edits.setDesign({ name: made.name, description: made.flag ? undefined : made.name }),
};

const adding: { readonly [name: string]: Maker } = {
  addNode: (design, made) => {
    const parent = holder(design, made);
    return edits.addNode({
      id: made.flag ? made.stranger : freshIds(design).node(made.name),
      kind: 'lambda',
      name: made.name,
      position: made.position,
      ...(parent === undefined ? {} : { parent }),
      properties: { [made.name]: made.value },
    });
  },
  connect: (design, made) => {
    const [from = made.stranger, to = made.stranger] = someNodes(design, made);
    return edits.connect({ type: 't', from, to });
  },
  pasteItems: (design, made) => {
    const parent = holder(design, made);
    return edits.pasteItems(edits.copyItems(design, someItems(design, made)), {
      offset: made.position,
      isReference,
      ...(parent === undefined ? {} : { parent }),
    });
  },
  duplicateItems: (design, made) => edits.duplicateItems(someItems(design, made), { isReference }),
  group: (design, made) =>
    edits.group(someNodes(design, made), { id: freshIds(design).node(made.name), name: made.name }),
};

const removing: { readonly [name: string]: Maker } = {
  deleteItems: (design, made) =>
    edits.deleteItems(someItems(design, made), {
      isReference,
      children: made.flag ? 'delete' : 'move-up',
    }),
  ungroup: onNode((id) => edits.ungroup(id, isReference)),
};

const made: fc.Arbitrary<Made> = fc.record({
  picks,
  more: picks,
  position,
  size,
  name,
  value: anyJson,
  stranger: anyNodeId,
  flag: fc.boolean(),
});

const from = (makers: { readonly [name: string]: Maker }): fc.Arbitrary<NamedEdit> =>
  fc.tuple(fc.constantFrom(...Object.entries(makers)), made).map(([[title, make], values]) => ({
    name: title,
    make: (design: Design) => make(design, values),
  }));

/** Any edit, for ids that are there and some that are not. */
export const anyEdit = from({ ...harmless, ...adding, ...removing });
/** Any edit that adds and removes nothing. */
export const anyHarmlessEdit = from(harmless);
/** Any deletion. */
export const anyRemoval = from(removing);
