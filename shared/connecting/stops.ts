import type { Instead } from '../catalog/pair-answer.ts';
import type { Graph, Node } from '../graph/graph.ts';
import type { Json } from '../lib/json.ts';
import type { NodeId } from '../model/ids.ts';
import { catalogFacts } from '../rules/catalog.ts';
import { nearestPlace, neededProperties, startingProperties } from '../rules/fixes.ts';
import { endpointServices } from '../rules/vpc/endpoint-services.ts';
import { titleOf } from './words.ts';

/*
 * What stands on a way that is another than the one that was drawn: which of its places are there, and where and with
 * what the others are made.
 */

/** A place on the way: a node that is there, or one to be made. */
export type Stop =
  | { readonly kind: 'there'; readonly node: Node }
  | {
      readonly kind: 'new';
      readonly service: string;
      readonly parent: NodeId | undefined;
      readonly properties: Readonly<Record<string, Json>>;
    };

/** The nodes of the path that are there: those that were drawn, and what stands between them already. */
export const present = (
  graph: Graph,
  source: Node,
  target: Node,
  kinds: readonly string[],
  shape: Instead['shape'],
): readonly (Node | undefined)[] => {
  const found: (Node | undefined)[] = kinds.map(() => undefined);
  if (shape === 'replaces') {
    found[0] = source;
    // An edge function is run by its distribution: that one is meant, not another.
    const last = kinds.length - 1;
    found[last] ??= graph.targets(target, {
      kind: kinds[last] ?? '',
      mechanism: 'edge-association',
    })[0];
    // What stands around the target is meant, not another of its kind.
    found[last] ??= graph.ancestors(target).find(({ kind }) => kind === kinds[last]);
    return found;
  }
  const at = kinds.lastIndexOf(target.kind);
  if (at >= 0) found[at] = target;
  const from = kinds.findIndex((kind, stop) => kind === source.kind && !found[stop]);
  if (from >= 0) found[from] = source;
  // What connects the two already is between them already.
  for (const [stop, kind] of kinds.entries()) {
    const [before, after] = [found[stop - 1], found[stop + 1]];
    if (found[stop] || stop === 0 || stop === kinds.length - 1) continue;
    found[stop] =
      (before && graph.targets(before, { kind })[0]) ??
      (after && graph.sources(after, { kind })[0]);
  }
  return found;
};

/** A node with all that stands around it, innermost first; itself too where it may hold others. */
const placesAt = (graph: Graph, node: Node): readonly Node[] => [node, ...graph.ancestors(node)];

/** What the node needs that its neighbours on the way tell. */
const told = (
  kind: string,
  before: string | undefined,
  next: string | undefined,
): Readonly<Record<string, Json>> => {
  // What is reached through an endpoint answers there only.
  if (kind === 'rest-api' && before === 'vpc-endpoint') return { endpointType: 'PRIVATE' };
  if (kind !== 'vpc-endpoint' || next === undefined) return {};
  const service = next === 'rest-api' ? 'execute-api' : endpointServices[next];
  if (service === undefined) return {};
  // Gateway endpoints exist for these two, and are free.
  return service === 's3' || service === 'dynamodb'
    ? { service, vpcEndpointType: 'Gateway' }
    : { service };
};

/** What a new node of the kind starts with; undefined when the person has to say. */
const startOf = (
  kind: string,
  before: string | undefined,
  next: string | undefined,
): Readonly<Record<string, Json>> | undefined => {
  const known = told(kind, before, next);
  const isNeeded = neededProperties(catalogFacts, kind).some(
    (name) => !/^name$|Name$/.test(name) && !Object.hasOwn(known, name),
  );
  if (isNeeded) return undefined;
  return { ...(startingProperties(catalogFacts, kind, titleOf(kind)) ?? {}), ...known };
};

/** Another endpoint of the service in the VPC would take the same name: then that one is used. */
const endpointIn = (
  graph: Graph,
  places: readonly Node[],
  service: Json | undefined,
): Node | undefined => {
  const vpc = places.find(({ kind }) => kind === 'vpc');
  return graph
    .nodes('vpc-endpoint')
    .find(
      (other) =>
        vpc !== undefined &&
        graph.vpc(other)?.id === vpc.id &&
        graph.text(other, 'service') === service,
    );
};

/** In a design with a single VPC it is plain where what needs one belongs: into its private subnet. */
const privatePlaces = (graph: Graph): readonly Node[] => {
  const [vpc, ...others] = graph.nodes('vpc');
  const subnet = graph
    .nodes('subnet')
    .find((each) => graph.vpc(each)?.id === vpc?.id && graph.text(each, 'subnetType') !== 'public');
  return vpc && subnet && others.length === 0 ? placesAt(graph, subnet) : [];
};

/** All stops; undefined when one can be made nowhere, or needs what only the person knows. */
export const stopsOf = (
  graph: Graph,
  drawn: readonly [Node, Node],
  kinds: readonly string[],
  found: readonly (Node | undefined)[],
): readonly Stop[] | undefined => {
  const stops: (Stop | undefined)[] = found.map((node) => node && { kind: 'there', node });
  /** The containers at a stop, innermost first. */
  const around = (at: number): readonly Node[] | undefined => {
    const stop = stops[at];
    if (!stop) return undefined;
    if (stop.kind === 'there') return placesAt(graph, stop.node);
    const holder = stop.parent === undefined ? undefined : graph.node(stop.parent);
    return holder ? placesAt(graph, holder) : [];
  };
  // From what is there outwards, so that each new one stands where its neighbour does.
  const order = found[0] ? [...kinds.keys()] : [...kinds.keys()].reverse();
  for (const at of order) {
    const service = kinds[at] ?? '';
    const entry = catalogFacts.kind(service);
    if (stops[at]) continue;
    const properties = startOf(service, kinds[at - 1], kinds[at + 1]);
    if (!entry || !properties) return undefined;
    // A gateway endpoint belongs to the VPC as a whole.
    const isGateway = properties.vpcEndpointType === 'Gateway';
    const needsVpc = entry.placement.vpc === 'required';
    const candidates = [
      around(at + 1),
      around(at - 1),
      ...drawn.map((node) => placesAt(graph, node)),
      ...(needsVpc ? [privatePlaces(graph)] : []),
    ];
    const place = candidates
      .map((places) => (isGateway ? places?.filter(({ kind }) => kind !== 'subnet') : places))
      .filter((places) => places !== undefined)
      // A subnet outside a VPC is no place for what has to be in one.
      .filter((places) => !needsVpc || places.some(({ kind }) => kind === 'vpc'))
      .map((places) => ({ places, parent: nearestPlace(places, entry) }))
      .find(({ parent }) => parent !== 'none');
    if (!place || place.parent === 'none') return undefined;
    const same =
      service === 'vpc-endpoint' ? endpointIn(graph, place.places, properties.service) : undefined;
    stops[at] = same
      ? { kind: 'there', node: same }
      : { kind: 'new', service, parent: place.parent, properties };
  }
  return stops.flatMap((stop) => stop ?? []);
};
