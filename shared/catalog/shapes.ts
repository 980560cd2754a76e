import { choice, integer, list, type PropertyDefinition, record, text } from './property.ts';

/*
 * What entries of lists and objects look like, for properties of several kinds. The inspector draws forms of them;
 * whatever else a file has in such an object is kept.
 */

const attribute = {
  name: text({ required: true, maxLength: 255 }),
  type: choice(['S', 'N', 'B'], { default: 'S', required: true }),
} as const;

/** A key attribute of a table: `{ "name": "pk", "type": "S" }`. */
export const keyAttribute = attribute;

const projection = {
  projection: choice(['ALL', 'KEYS_ONLY', 'INCLUDE'], { default: 'ALL' }),
  nonKeyAttributes: list({ when: (read) => read('projection') === 'INCLUDE' }),
} as const;

/** A global secondary index of a table. */
export const globalIndex: PropertyDefinition & { readonly noun: string } = {
  ...record({
    fields: {
      name: text({ required: true, maxLength: 255, pattern: '^[a-zA-Z0-9_.-]{3,255}$' }),
      partitionKey: record({ required: true, fields: attribute }),
      sortKey: record({ fields: attribute }),
      ...projection,
    },
  }),
  noun: 'index',
};

/** A local secondary index of a table: it has the table's partition key. */
export const localIndex: PropertyDefinition & { readonly noun: string } = {
  ...record({
    fields: {
      name: text({ required: true, maxLength: 255, pattern: '^[a-zA-Z0-9_.-]{3,255}$' }),
      sortKey: record({ required: true, fields: attribute }),
      ...projection,
    },
  }),
  noun: 'index',
};

/** A rule of a security group. */
export const groupRule: PropertyDefinition & { readonly noun: string } = {
  ...record({
    fields: {
      protocol: choice(['tcp', 'udp', 'icmp', '-1'], { default: 'tcp', open: true }),
      fromPort: integer({ max: 65_535, when: (read) => read('protocol') !== '-1' }),
      toPort: integer({ max: 65_535, when: (read) => read('protocol') !== '-1' }),
      source: text({ required: true }),
      description: text({ maxLength: 255 }),
    },
  }),
  noun: 'rule',
};
