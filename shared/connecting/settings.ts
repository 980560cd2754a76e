import { connectionOf, propertyOf } from '../catalog/catalog.ts';
import type { ConnectionDefinition } from '../catalog/connection.ts';
import { isWithin } from '../catalog/edge/zone.ts';
import type { Json } from '../lib/json.ts';
import { camelCase, kebabCase } from '../lib/words.ts';
import type { Connection, Design, Node } from '../model/design.ts';
import { catalogFacts } from '../rules/catalog.ts';
import { startingProperties } from '../rules/fixes.ts';
import { guessRoute } from './route-words.ts';
import { switchFor } from './switches.ts';
import { titleOf } from './words.ts';

/*
 * What a new connection says about itself, so that the usual gesture makes no error: a route that nobody has yet, a
 * path pattern that is free, an event that no other function handles. It goes by the names of properties, which mean
 * the same in every row.
 */

type Settings = Readonly<Record<string, Json>>;

/** A connection that is about to be made, among those that are there. */
interface Plan {
  readonly definition: ConnectionDefinition;
  readonly source: Node;
  readonly target: Node;
  /** Connections of the same source, and of the same target. */
  readonly outgoing: readonly Connection[];
  readonly incoming: readonly Connection[];
}

const settingOf = ({ type, properties }: Connection, property: string): Json | undefined =>
  Object.hasOwn(properties, property)
    ? properties[property]
    : connectionOf(type)?.properties[property]?.default;

const mechanismOf = ({ type }: Connection): string | undefined => connectionOf(type)?.mechanism;

/** The first text that is not taken: as wished, else with a number. */
const free = (wish: string, taken: ReadonlySet<string>, number = (n: number) => `${wish}-${n}`) => {
  if (!taken.has(wish)) return wish;
  let count = 2;
  while (taken.has(number(count))) count += 1;
  return number(count);
};

const textsOf = (connections: readonly Connection[], property: string): ReadonlySet<string> =>
  new Set(
    connections
      .map((connection) => settingOf(connection, property))
      .filter((value) => typeof value === 'string'),
  );

const isRoute = (type: string): boolean =>
  propertyOf(type, 'path')?.required === true && propertyOf(type, 'method')?.required === true;

/** The parameter that routes below a path have already; API Gateway takes one name at each place. */
const parameterBelow = (path: string, taken: ReadonlySet<string>): string => {
  for (const route of taken) {
    const found = /^(\{[^}+]+\})/.exec(route.slice(route.indexOf(' ') + 1).replace(`${path}/`, ''));
    if (found?.[1] && route.includes(`${path}/{`)) return found[1];
  }
  return '{id}';
};

const route = ({ definition: { id, properties }, target, outgoing }: Plan): Settings => {
  const taken = new Set(
    outgoing
      .filter(({ type }) => isRoute(type))
      .map((other) => `${String(settingOf(other, 'method'))} ${String(settingOf(other, 'path'))}`),
  );
  const standard = String(properties.method?.default);
  const guess = guessRoute(target.name);
  const says = guess.method !== undefined && guess.resource !== '';
  if (!says && !taken.has(`${standard} ${String(propertyOf(id, 'path')?.default)}`)) return {};
  const base = `/${guess.resource === '' ? 'items' : guess.resource}`;
  const methods = [
    ...(guess.method === undefined ? [] : [guess.method]),
    ...(standard === 'ANY' ? ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'] : [standard, 'GET', 'PUT']),
  ];
  for (let count = 1; ; count += 1) {
    const stem = count === 1 ? base : `${base}-${count}`;
    const path = guess.isOne ? `${stem}/${parameterBelow(stem, taken)}` : stem;
    const method = methods.find((each) => !taken.has(`${each} ${path}`));
    if (method !== undefined) return { method, path };
  }
};

const routeKey = ({ target: { name, kind }, outgoing }: Plan): Settings => {
  const taken = textsOf(outgoing, 'routeKey');
  const words = kebabCase(name).split('-');
  const hint = words.some((word) => ['disconnect', 'leave', 'bye'].includes(word))
    ? '$disconnect'
    : words.some((word) => ['connect', 'join', 'welcome'].includes(word))
      ? '$connect'
      : '$default';
  const keys = [...new Set([hint, '$default'])];
  const key = keys.find((wish) => !taken.has(wish));
  if (key === '$default') return {};
  if (key !== undefined) return { routeKey: key };
  const isNamed = !name.startsWith(titleOf(kind));
  const wish = isNamed ? camelCase(name).slice(0, 100) || 'message' : 'message';
  return { routeKey: free(wish, taken, (count) => `${wish}${count}`) };
};

const everything = 'default (*)';
const patternIn = (connection: Connection): string => {
  const pattern = settingOf(connection, 'pathPattern');
  return typeof pattern === 'string' && /^(?:|default.*|\/?\*)$/.test(pattern.trim())
    ? everything
    : String(pattern);
};

const originPattern = ({ definition, target, outgoing }: Plan): Settings => {
  const taken = new Set(
    outgoing
      .filter(({ type }) => connectionOf(type)?.properties.pathPattern?.required === true)
      .map(patternIn),
  );
  if (!taken.has(everything)) return {};
  const answersRequests = definition.properties.cachePolicy?.default === 'CACHING_DISABLED';
  const { resource } = guessRoute(target.name);
  const stem = answersRequests ? 'api' : resource.slice(0, 60) || 'files';
  const word = taken.has(`/${stem}/*`) && resource !== '' ? resource.slice(0, 60) : stem;
  return {
    pathPattern: free(`/${word}/*`, taken, (count) => `/${word}-${count}/*`),
  };
};

const edgeEvent = ({ definition, incoming }: Plan): Settings => {
  const { default: usual, values = [] } = definition.properties.eventType ?? {};
  const others = incoming.filter(
    (other) => mechanismOf(other) === definition.mechanism && patternIn(other) === everything,
  );
  const taken = textsOf(others, 'eventType');
  const isViewer = (event: Json | undefined): boolean => String(event).startsWith('viewer');
  // CloudFront takes one technology for both viewer events.
  const isMixed = others.some(
    (other) => other.type !== definition.id && isViewer(settingOf(other, 'eventType')),
  );
  const event = [String(usual), ...values.map(String)].find(
    (wish) => !taken.has(wish) && !(isMixed && isViewer(wish)),
  );
  return event === undefined || event === usual ? {} : { eventType: event };
};

const trigger = ({ definition, outgoing }: Plan): Settings => {
  const { default: usual, values = [] } = definition.properties.trigger ?? {};
  const taken = textsOf(outgoing, 'trigger');
  const wish = [String(usual), ...values.map(String)].find((value) => !taken.has(value));
  return wish === undefined || wish === usual ? {} : { trigger: wish };
};

const objectEvents = [
  's3:ObjectCreated:*',
  's3:ObjectRemoved:*',
  's3:ObjectRestore:*',
  's3:ObjectTagging:*',
];

/** S3 tells each event to one receiver; receivers that ask for some keys only are taken to ask for all. */
const notification = ({ outgoing }: Plan): Settings => {
  const taken = outgoing.flatMap((other) => {
    const events = settingOf(other, 'events');
    return Array.isArray(events) ? events.map(String) : [];
  });
  const family = (event: string): string => event.split(':').slice(0, 2).join(':');
  const wish = objectEvents.find(
    (event) => !taken.some((other) => family(other) === family(event)),
  );
  return wish === undefined || wish === objectEvents[0] ? {} : { events: [wish] };
};

const domainsOf = ({ properties }: Node): readonly string[] =>
  ['domainName', 'aliases', 'bucketName']
    .flatMap((name) => (Object.hasOwn(properties, name) ? properties[name] : undefined))
    .filter((value) => typeof value === 'string');

const record = ({ source, target, outgoing }: Plan): Settings => {
  const zone = source.properties.name;
  if (typeof zone !== 'string' || zone === '') return {};
  const taken = textsOf(outgoing, 'recordName');
  const own = domainsOf(target).find((domain) => isWithin(domain, zone) && !taken.has(domain));
  const bare = zone.replace(/\.$/, '');
  const isNamed = !target.name.startsWith(titleOf(target.kind));
  const word = (isNamed && kebabCase(target.name).slice(0, 60).replace(/-$/, '')) || 'www';
  return {
    recordName: own ?? free(`${word}.${bare}`, taken, (count) => `${word}-${count}.${bare}`),
  };
};

const stateName = ({ target, outgoing }: Plan): Settings => {
  if (!outgoing.some(({ to, type }) => to === target.id && propertyOf(type, 'stateName')))
    return {};
  const wish = target.name.slice(0, 70);
  const taken = new Set([...textsOf(outgoing, 'stateName'), wish]);
  return { stateName: free(wish, taken, (count) => `${wish} ${count}`) };
};

/** What keeps two connections of one type apart, and how a free value of it is found. */
const makers: readonly {
  readonly fits: (definition: ConnectionDefinition) => boolean;
  readonly make: (plan: Plan) => Settings;
}[] = [
  { fits: ({ id }) => isRoute(id), make: route },
  { fits: ({ properties }) => properties.routeKey !== undefined, make: routeKey },
  { fits: ({ properties }) => properties.pathPattern?.required === true, make: originPattern },
  { fits: ({ properties }) => properties.eventType !== undefined, make: edgeEvent },
  { fits: ({ properties }) => properties.trigger !== undefined, make: trigger },
  { fits: ({ properties }) => Array.isArray(properties.events?.default), make: notification },
  { fits: ({ properties }) => properties.recordName !== undefined, make: record },
  { fits: ({ properties }) => properties.stateName !== undefined, make: stateName },
];

/** The settings of a new connection, beside the defaults of its type. `apart` is not counted among its neighbours. */
export const settingsFor = (
  { connections }: Design,
  definition: ConnectionDefinition,
  source: Node,
  target: Node,
  apart?: string,
): Settings => {
  const plan: Plan = {
    definition,
    source,
    target,
    outgoing: connections.filter(({ id, from }) => from === source.id && id !== apart),
    incoming: connections.filter(({ id, to }) => to === target.id && id !== apart),
  };
  const made = makers.find(({ fits }) => fits(definition))?.make(plan) ?? {};
  const needed = startingProperties(catalogFacts, definition.id, target.name) ?? {};
  const isRecord = definition.properties.recordName !== undefined;
  return isRecord ? made : { ...needed, ...made };
};

/**
 * Gives the connections that `after` has and `before` had not the settings that new ones get, and switches on at their
 * sources what they need.
 */
export const withSettings = (before: Design, after: Design): Design => {
  const known = new Set<string>(before.connections.map(({ id }) => id));
  const nodes = new Map<string, Node>(after.nodes.map((node) => [node.id, node]));
  let { connections } = after;
  for (const [at, connection] of after.connections.entries()) {
    if (known.has(connection.id)) continue;
    const definition = connectionOf(connection.type);
    const [source, target] = [nodes.get(connection.from), nodes.get(connection.to)];
    if (!definition || !source || !target) continue;
    const properties = settingsFor(
      { ...after, connections },
      definition,
      source,
      target,
      connection.id,
    );
    if (Object.keys(properties).length === 0) continue;
    connections = connections.with(at, {
      ...connection,
      properties: { ...connection.properties, ...properties },
    });
  }
  const settled = connections === after.connections ? after : { ...after, connections };
  return settled.connections.reduce((design, { id, type, from, to }) => {
    const definition = known.has(id) ? undefined : connectionOf(type);
    const [source, target] = [nodes.get(from), nodes.get(to)];
    const on = definition && source && target && switchFor(definition, source, target);
    return on ? on.edit(design) : design;
  }, settled);
};

/** The properties that the type needs and nobody can guess. */
export const missingSettings = (
  { properties }: Connection,
  { id }: ConnectionDefinition,
): readonly string[] =>
  Object.entries(catalogFacts.properties(id) ?? {}).flatMap(([name, property]) =>
    property.required === true && property.default === undefined && !Object.hasOwn(properties, name)
      ? [name]
      : [],
  );
