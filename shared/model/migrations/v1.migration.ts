import { isJsonObject, type Json } from '../../lib/json.ts';
import { step } from './step.ts';

const newNames = new Map([
  ['source', 'from'],
  ['target', 'to'],
  ['kind', 'type'],
]);

const connectionOfEdge = (edge: Json): Json =>
  isJsonObject(edge)
    ? Object.fromEntries(
        Object.entries(edge).map(([key, value]) => [newNames.get(key) ?? key, value]),
      )
    : edge;

/** Format 0 was never released: the drafts before 0.1 wrote it. */
export const v1 = step({
  to: 1,
  why: 'edges became connections, with the words of the app: from, to and type',
  up: (file) => {
    if (!Object.hasOwn(file, 'edges') || Object.hasOwn(file, 'connections')) return file;
    const { edges, ...rest } = file;
    return {
      ...rest,
      connections: Array.isArray(edges) ? edges.map(connectionOfEdge) : (edges ?? null),
    };
  },
  before: './v0.json',
  after: './v1.json',
});
