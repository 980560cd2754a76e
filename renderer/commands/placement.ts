import { serviceOf } from '../../shared/catalog/catalog.ts';
import {
  cardSize,
  containerHeader,
  containerPadding,
  containerSize,
  isContainer,
} from '../../shared/catalog/node-size.ts';
import type { ServiceDefinition } from '../../shared/catalog/service.ts';
import { type Box, boxesOf } from '../../shared/exporters/picture/boxes.ts';
import { type Area, freePlace } from '../../shared/lib/free-place.ts';
import type { Design, Node, Position, Size } from '../../shared/model/design.ts';
import type { NodeId } from '../../shared/model/ids.ts';
import { ancestorsOf, findNode } from '../../shared/model/tree.ts';
import { nearestPlace } from '../../shared/rules/fixes.ts';

/*
 * Where something new goes: into which container, and at which free place.
 */

/** How far apart things are placed, and what places are whole multiples of. */
const grid = 8;
const gap = 24;

/** The container that something goes into; undefined is the canvas. */
export interface Holder {
  readonly parent: NodeId | undefined;
  /** What to tell the person: why it stands elsewhere than where it was put, or why no place is right. */
  readonly why?: string;
}

/** A container and all around it, innermost first. */
const lineOf = (design: Design, id: string | undefined): readonly Node[] => {
  const node = id === undefined ? undefined : findNode(design, id);
  return node ? [node, ...ancestorsOf(design, node.id)] : [];
};

/** True when a node of the kind may stand in this container, or on the canvas. */
export const mayHold = (design: Design, parent: string | undefined, kind: string): boolean => {
  const entry = serviceOf(kind);
  return !entry || nearestPlace(lineOf(design, parent), entry) === parent;
};

/** The innermost container at a point among boxes of which the outermost come first; undefined is the canvas itself. */
export const innermostAt = (boxes: readonly Box[], { x, y }: Position): NodeId | undefined =>
  boxes.findLast(
    (box) =>
      box.isContainer &&
      x >= box.x &&
      y >= box.y &&
      x <= box.x + box.width &&
      y <= box.y + box.height,
  )?.node.id;

/** The innermost container at a point; undefined is the canvas itself. `apart` are looked through. */
export const containerAt = (
  design: Design,
  at: Position,
  apart: ReadonlySet<string> = new Set(),
): NodeId | undefined =>
  innermostAt(
    boxesOf(design).filter(({ node }) => !apart.has(node.id)),
    at,
  );

/** As one says it: An S3 bucket, An SQS queue, A security group. */
const withArticle = (title: string): string => {
  const article = /^(?:[AEIO]|S3|SQS|SNS|RDS)/.test(title) ? 'An' : 'A';
  // What is no name of its own is small within a sentence.
  const isPlain = /^(?:Security|Subnet|Group|External|Client)\b/.test(title);
  return `${article} ${isPlain ? title.charAt(0).toLowerCase() + title.slice(1) : title}`;
};

/** What kinds of container may hold the service, for people: `a VPC or a subnet`. */
const homesOf = ({ placement }: ServiceDefinition): string =>
  placement.parents
    .filter((kind) => kind !== 'canvas' && kind !== 'group')
    .map((kind) => {
      const title = serviceOf(kind)?.title ?? kind;
      return withArticle(title).replace(/^A/, 'a');
    })
    .join(' or ');

const distanceTo = ({ x, y, width, height }: Area, point: Position): number =>
  Math.hypot(
    Math.max(x - point.x, 0, point.x - x - width),
    Math.max(y - point.y, 0, point.y - y - height),
  );

/**
 * The container for a node of the kind that was put into `wish`: that one, or the nearest one around it that may
 * hold it, or the nearest one elsewhere. When there is none at all it stays where it was put, and `why` says what it
 * needs.
 */
export const holderFor = (
  design: Design,
  kind: string,
  wish: NodeId | undefined,
  near: Position,
): Holder => {
  const service = serviceOf(kind);
  if (!service) return { parent: wish };
  const line = lineOf(design, wish);
  const nearest = nearestPlace(line, service);
  const [wished] = line;
  if (nearest === wish) return { parent: wish };
  const subject = withArticle(service.title);
  if (nearest !== 'none') {
    const place = nearest === undefined ? undefined : findNode(design, nearest)?.name;
    return {
      parent: nearest,
      why: `${subject} cannot stand in "${wished?.name}", so it was put ${place === undefined ? 'beside it' : `into "${place}"`}.`,
    };
  }
  const elsewhere = boxesOf(design)
    .filter(({ node }) => isContainer(node) && mayHold(design, node.id, kind))
    .sort((a, b) => distanceTo(a, near) - distanceTo(b, near))[0]?.node;
  if (elsewhere)
    return {
      parent: elsewhere.id,
      why: `${subject} stands in ${homesOf(service)}, so it was put into "${elsewhere.name}".`,
    };
  return {
    parent: wish,
    why: `${subject} stands in ${homesOf(service)}. Add one and drag it in.`,
  };
};

/** Rounded to the grid. */
export const onGrid = ({ x, y }: Position): Position => ({
  x: Math.round(x / grid) * grid,
  y: Math.round(y / grid) * grid,
});

/** What stands in a container itself, or on the canvas itself. */
const boxesIn = (design: Design, parent: string | undefined): readonly Box[] =>
  boxesOf(design).filter((box) => box.parent?.node.id === parent);

/**
 * Where on the canvas something of the size finds room in a container, as near to the wished corner as may be.
 * `apart` are not in the way.
 */
export const roomFor = (
  design: Design,
  parent: string | undefined,
  size: Size,
  wish: Position,
  apart: ReadonlySet<string> = new Set(),
): Position => {
  const taken = boxesIn(design, parent).filter(({ node }) => !apart.has(node.id));
  const frame =
    parent === undefined ? undefined : boxesOf(design).find(({ node }) => node.id === parent);
  const within = frame && {
    x: frame.x + containerPadding,
    y: frame.y + containerHeader,
    width: frame.width - 2 * containerPadding,
    height: frame.height - containerHeader - containerPadding,
  };
  return onGrid(freePlace(size, onGrid(wish), taken, { gap, step: 2 * grid, within }));
};

/** How large a node of the kind is when it is new. */
export const newSizeOf = (kind: string): Size =>
  serviceOf(kind)?.placement.isContainer === true ? containerSize : cardSize;

/** The rectangle around nodes and all they hold; undefined for no nodes. */
export const boundsOf = (design: Design, nodes: readonly Node[]): Area | undefined => {
  const wanted = new Set<string>(nodes.map(({ id }) => id));
  const boxes = boxesOf(design).filter(({ node }) => wanted.has(node.id));
  if (boxes.length === 0) return undefined;
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  return {
    x: left,
    y: top,
    width: Math.max(...boxes.map(({ x, width }) => x + width)) - left,
    height: Math.max(...boxes.map(({ y, height }) => y + height)) - top,
  };
};
