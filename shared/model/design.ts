import { z } from 'zod';
import type { Json } from '../lib/json.ts';
import { isJson, maxJsonDepth } from '../lib/json-value.ts';
import { type ConnectionId, identifierPattern, type NodeId } from './ids.ts';

// zod's compiled parsers need eval, which the window's content security policy forbids; here they gain nothing.
z.config({ jitless: true });

/** The version of the design file that this program writes. */
export const currentFormatVersion = 1;

/** What `$schema` says in a file of a version, for editors; nobody fetches it. */
export const designSchemaUrl = (formatVersion: number): string =>
  `https://isobar.dev/schema/design-${formatVersion}.json`;

/** How deep a property's value may nest: four brackets of the file stand around it. */
export const maxValueDepth = maxJsonDepth - 4;

/*
 * One source for the types, the parser and the published JSON Schema. Objects are loose: a field that
 * this version does not know survives a round trip. No schema transforms its input, so that a design is
 * the very value that was read.
 */
const json = z
  .unknown()
  .refine(
    (value) => isJson(value, maxValueDepth),
    'must be plain JSON',
  ) as unknown as z.ZodType<Json>;

const identifier = z
  .string()
  .regex(identifierPattern, 'must be 1 to 128 characters without white space');
const nodeId = identifier as unknown as z.ZodType<NodeId>;
const connectionId = identifier as unknown as z.ZodType<ConnectionId>;

const properties = z.record(z.string(), json);

const positionSchema = z.looseObject({ x: z.int(), y: z.int() });
const sizeSchema = z.looseObject({ width: z.int().positive(), height: z.int().positive() });

export const nodeSchema = z.looseObject({
  id: nodeId.describe('Never changes once given; the logical id of the exports follows from it.'),
  kind: z.string().describe('A kind of the catalog, such as "lambda" or "sqs-queue".'),
  name: z.string().describe('What people read on the canvas.'),
  position: positionSchema.describe('Top left corner in pixels, relative to the parent.'),
  size: sizeSchema
    .optional()
    .describe('Only for containers; other nodes have the size of their kind.'),
  parent: nodeId.optional().describe('The container that holds the node.'),
  properties: properties.describe('Settings by name; a value may be a CloudFormation intrinsic.'),
});

export const connectionSchema = z.looseObject({
  id: connectionId.describe('Never changes once given.'),
  type: z.string().describe('A connection type of the catalog, such as "sqs-queue--lambda".'),
  from: nodeId.describe('The id of the node it starts at.'),
  to: nodeId.describe('The id of the node it ends at.'),
  properties: properties.describe('Settings by name; a value may be a CloudFormation intrinsic.'),
});

export const suppressionSchema = z.looseObject({
  rule: z.string().describe('The id of the rule, such as "sqs/no-dlq".'),
  at: z
    .string()
    .optional()
    .describe('The id of a node or connection; absent means the whole design.'),
  reason: z.string().min(1).describe('Why the finding does not matter here.'),
});

export const designSchema = z.looseObject({
  $schema: z.string().optional().describe('For editors that know JSON Schema.'),
  formatVersion: z.literal(currentFormatVersion).describe('The version of this file format.'),
  name: z.string().describe('The name of the design.'),
  description: z.string().optional().describe('What the design is for, in some sentences.'),
  region: z.string().describe('The region of everything that is in no region container.'),
  stage: z
    .enum(['prod', 'dev', 'workshop'])
    .optional()
    .describe('How strict the rules are: what production needs a workshop may do without.'),
  limits: z
    .record(z.string(), z.number())
    .optional()
    .describe('Quotas that AWS has raised for the account, such as accountConcurrency.'),
  nodes: z.array(nodeSchema).describe('Sorted by id in a file; the order has no meaning.'),
  connections: z
    .array(connectionSchema)
    .describe('Sorted by id in a file; the order has no meaning.'),
  suppressions: z
    .array(suppressionSchema)
    .optional()
    .describe('Findings that do not matter in this design, each with its reason.'),
});

// `Json` is left as it is: it is deeply readonly already.
type DeepReadonly<T> = [Json] extends [T]
  ? T
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends (infer U)[]
      ? readonly DeepReadonly<U>[]
      : { readonly [K in keyof T]: DeepReadonly<T[K]> };

/** A design: what the file holds, unknown fields included. Nothing derived is stored in it. */
export type Design = DeepReadonly<z.output<typeof designSchema>>;
export type Node = Design['nodes'][number];
export type Connection = Design['connections'][number];
export type Suppression = NonNullable<Design['suppressions']>[number];
export type Position = { readonly x: number; readonly y: number };
export type Size = { readonly width: number; readonly height: number };
