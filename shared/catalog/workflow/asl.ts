import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts';

/** A state of a workflow. */
export interface AslState {
  readonly name: string;
  readonly type: string | undefined;
  readonly body: JsonObject;
  /** The states among which it stands. */
  readonly scope: AslScope;
}

/** A little workflow: the whole one, a branch of a Parallel or what a Map does with each item. */
export interface AslScope {
  /** The state that it belongs to; undefined for the whole workflow. */
  readonly owner: AslState | undefined;
  readonly body: JsonObject;
  readonly states: ReadonlyMap<string, AslState>;
}

/** A definition in the Amazon States Language, taken apart. */
export interface AslMachine {
  readonly scopes: readonly AslScope[];
  readonly states: readonly AslState[];
}

/**
 * The definition's parts, outer ones first; undefined when nobody can read it here: YAML, or JSON with placeholders
 * outside its texts. Nested no deeper than AWS's own limit of JSON would make sense of.
 */
export const readAsl = (definition: Json | undefined): AslMachine | undefined => {
  const body = typeof definition === 'string' ? parse(definition) : definition;
  if (!isJsonObject(body)) return undefined;
  const scopes: AslScope[] = [];
  const states: AslState[] = [];
  const waiting: { readonly body: JsonObject; readonly owner: AslState | undefined }[] = [
    { body, owner: undefined },
  ];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const own = new Map<string, AslState>();
    const scope: AslScope = { ...next, states: own };
    scopes.push(scope);
    if (!isJsonObject(next.body.States)) continue;
    for (const [name, value] of Object.entries(next.body.States)) {
      if (!isJsonObject(value)) continue;
      const state: AslState = { name, type: textOf(value.Type), body: value, scope };
      own.set(name, state);
      states.push(state);
      for (const inner of innerBodies(state)) waiting.push({ body: inner, owner: state });
    }
  }
  return { scopes, states };
};

const parse = (text: string): Json | undefined => {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
};

const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

const innerBodies = ({ type, body }: AslState): readonly JsonObject[] => {
  if (type === 'Parallel') return listOfObjects(body.Branches);
  const processor = type === 'Map' ? (body.ItemProcessor ?? body.Iterator) : undefined;
  return isJsonObject(processor) ? [processor] : [];
};

/** The objects of a list; what is none is left out. */
export const listOfObjects = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isJsonObject) : [];

/** A way out of a state. */
export interface AslExit {
  readonly field: 'Next' | 'Default' | 'Choices' | 'Catch';
  readonly to: string;
}

/** Where the workflow can go on after a state, as far as plain texts say it. */
export const exitsOf = ({ body }: AslState): readonly AslExit[] => {
  const exits: AslExit[] = [];
  const add = (field: AslExit['field'], to: Json | undefined): void => {
    if (typeof to === 'string' && !to.includes('${')) exits.push({ field, to });
  };
  add('Next', body.Next);
  add('Default', body.Default);
  for (const rule of listOfObjects(body.Choices)) add('Choices', rule.Next);
  for (const handler of listOfObjects(body.Catch)) add('Catch', handler.Next);
  return exits;
};

/** True when a transition in the scope is a placeholder or another intrinsic, so that nobody knows all ways yet. */
export const hasOpenExits = (scope: AslScope): boolean =>
  isOpen(scope.body.StartAt) ||
  [...scope.states.values()].some(
    ({ body }) =>
      isOpen(body.Next) ||
      isOpen(body.Default) ||
      [...listOfObjects(body.Choices), ...listOfObjects(body.Catch)].some((rule) =>
        isOpen(rule.Next),
      ) ||
      (body.Choices !== undefined && !Array.isArray(body.Choices)) ||
      (body.Catch !== undefined && !Array.isArray(body.Catch)),
  );

const isOpen = (value: Json | undefined): boolean =>
  typeof value === 'string' ? value.includes('${') : value !== undefined;

/** The names of the states that the scope's start leads to. */
export const reachableStates = (scope: AslScope): ReadonlySet<string> => {
  const start = textOf(scope.body.StartAt);
  const seen = new Set<string>();
  const waiting = start === undefined ? [] : [start];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const state = scope.states.get(name);
    if (!state || seen.has(name)) continue;
    seen.add(name);
    for (const { to } of exitsOf(state)) waiting.push(to);
  }
  return seen;
};

/** True when executions of the scope's Map are executions of their own. */
export const isDistributed = (map: AslState): boolean => {
  const processor = map.body.ItemProcessor;
  const config = isJsonObject(processor) ? processor.ProcessorConfig : undefined;
  return isJsonObject(config) && config.Mode === 'DISTRIBUTED';
};
