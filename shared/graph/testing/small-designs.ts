import type { Json } from '../../lib/json.ts';
import type { Connection, Design, Node } from '../../model/design.ts';
import type { ConnectionId, NodeId } from '../../model/ids.ts';
import type { KindFacts } from '../graph.ts';

const mechanisms: Readonly<Record<string, string>> = {
  'queue--lambda': 'event-source-mapping',
  'lambda--queue': 'iam-data-access',
  'queue--queue': 'dead-letter',
  'lambda--subnet': 'network-placement',
  'endpoint--vpc': 'network-placement',
  'security-group--lambda': 'security-attachment',
};
const defaults: Readonly<Record<string, Json>> = {
  timeout: 3,
  code: 'us-east-1',
  name: '',
  list: [],
  other: null,
};

/** A catalog of a few kinds, for the tests of the graph. */
export const smallFacts: KindFacts = {
  pinnedRegion: (kind) => (kind === 'lambda-edge' ? 'us-east-1' : undefined),
  isContainer: (kind) => ['region', 'vpc', 'subnet'].includes(kind),
  mechanismOf: (type) => (Object.hasOwn(mechanisms, type) ? mechanisms[type] : undefined),
  defaultOf: (kindOrType, property) => {
    if (kindOrType === 'unknown') return undefined;
    if (property === 'only') return 'when on';
    if (property === 'on') return false;
    if (!Object.hasOwn(defaults, property))
      throw new Error(`${kindOrType} has no property ${property}`);
    return defaults[property];
  },
  conditionOf: (_, property) => (property === 'only' ? (read) => read('on') === true : undefined),
};

export const node = (
  id: string,
  kind: string,
  properties: Readonly<Record<string, Json>> = {},
  parent?: string,
): Node => ({
  id: id as NodeId,
  kind,
  name: id,
  position: { x: 0, y: 0 },
  properties,
  ...(parent !== undefined && { parent: parent as NodeId }),
});

export const connection = (
  id: string,
  type: string,
  from: string,
  to: string,
  properties: Readonly<Record<string, Json>> = {},
): Connection => ({
  id: id as ConnectionId,
  type,
  from: from as NodeId,
  to: to as NodeId,
  properties,
});

export const designOf = (
  nodes: readonly Node[],
  connections: readonly Connection[] = [],
): Design => ({
  formatVersion: 1,
  name: 'Test',
  region: 'eu-west-1',
  nodes,
  connections,
});
