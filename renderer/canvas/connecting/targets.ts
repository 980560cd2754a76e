import { serviceOf } from '../../../shared/catalog/catalog.ts';
import type { ServiceDefinition } from '../../../shared/catalog/service.ts';
import { findableService } from '../../../shared/catalog/service-search.ts';
import type { Detour } from '../../../shared/connecting/detour.ts';
import { meaningOf, takerTest } from '../../../shared/connecting/meaning.ts';
import { type PairWay, pairOf } from '../../../shared/connecting/pair.ts';
import { newTargets } from '../../../shared/connecting/targets.ts';
import { quoted, titleOf } from '../../../shared/connecting/words.ts';
import type { Graph } from '../../../shared/graph/graph.ts';
import type { Design, Node } from '../../../shared/model/design.ts';
import { absolutePosition } from '../../../shared/model/tree.ts';
import type { PickerCandidate } from '../menus/service-picker.tsx';

/** A node that is there, or a service that is not yet. */
export interface Target extends PickerCandidate {
  readonly node: Node | undefined;
  readonly added: { readonly service: ServiceDefinition; readonly way: PairWay } | undefined;
}

type IconOf = (icon: string) => string | undefined;

/** `sends messages to, sends failed invocations to`. */
const waysText = (ways: readonly PairWay[]): string =>
  ways
    .map(({ definition: { label }, isReversed }) =>
      isReversed ? `the other way round: it ${label}` : label,
    )
    .join(', ');

const iconFor = (kind: string, iconOf: IconOf): string | undefined => {
  const service = serviceOf(kind);
  return service && iconOf(service.icon);
};

/**
 * What a node can be connected to, for a list to search in: nodes of the design that take it, those it reaches over
 * something between, those for which something else works, each group by distance, and new services.
 */
export const targetsOf = (
  graph: Graph,
  design: Design,
  source: Node,
  iconOf: IconOf,
): readonly Target[] => {
  const takes = takerTest(graph, design, source);
  const here = absolutePosition(design, source.id);
  const far = (node: Node): number => {
    const { x, y } = absolutePosition(design, node.id);
    return Math.hypot(x - here.x, y - here.y);
  };
  const others = design.nodes
    .filter(({ id }) => id !== source.id)
    .map((node) => ({ node, distance: far(node) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ node }) => node);
  const able: Target[] = [];
  const around: Target[] = [];
  const elsewhere: Target[] = [];
  const told = new Map<string, Detour | undefined>();
  for (const node of others) {
    const base = {
      id: `node ${node.id}`,
      title: node.name,
      icon: iconFor(node.kind, iconOf),
      words: `${titleOf(node.kind)} ${node.kind}`,
      node,
      added: undefined,
    };
    if (takes(node)) {
      const { ways } = pairOf(source.kind, node.kind);
      able.push({
        ...base,
        group: 'In this design',
        detail: `${titleOf(node.kind)}: ${waysText(ways)}`,
      });
      continue;
    }
    // Nodes of one kind are refused for the same reason; where one is not, its card says so.
    if (!told.has(node.kind)) told.set(node.kind, meaningOf(graph, design, source, node).detour);
    const detour = told.get(node.kind);
    // What leads elsewhere does not lead to this node over something.
    if (detour?.shape === 'between')
      around.push({
        ...base,
        group: 'Over something between',
        detail: `${titleOf(node.kind)}: ${detour.title
          .toLowerCase()
          .replace(/^insert /, 'over ')
          .replace(/ between$/, '')}`,
      });
    else if (detour)
      elsewhere.push({
        ...base,
        group: 'Works in another way',
        detail: `${titleOf(node.kind)}: ${detour.kinds.map(titleOf).join(' → ')}`,
      });
  }
  return [...able, ...around, ...elsewhere, ...newServiceTargets(source.kind, false, iconOf)];
};

/** The services that a new node could be, with what the connection to it would do. */
export const newServiceTargets = (
  kind: string,
  isIncoming: boolean,
  iconOf: IconOf,
): readonly Target[] =>
  newTargets(kind, isIncoming).flatMap(({ service, ways }): readonly Target[] => {
    const [way] = ways;
    if (!way) return [];
    return [
      {
        id: `new ${service.kind}`,
        title: service.title,
        icon: iconOf(service.icon),
        words: findableService(service).words,
        group: 'New service',
        detail: newText(way, isIncoming, titleOf(kind)),
        node: undefined,
        added: { service, way },
      },
    ];
  });

/** What the usual connection would do: `routes to it`, `it triggers the Lambda function`. */
const newText = (
  { definition: { label }, isReversed }: PairWay,
  isIncoming: boolean,
  own: string,
): string => (isReversed === isIncoming ? `${label} it` : `it ${label} the ${own}`);

/** What a list of targets is called. */
export const listName = (source: Node): string => `Connect ${quoted(source.name)} to`;
