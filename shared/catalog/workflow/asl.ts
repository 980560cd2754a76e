import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts';
import { isFunctionOf } from './asl-open.ts';
import { readAslText, withTextAt } from './asl-text.ts';
import type { AslPath } from './asl-types.ts';

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
  /** Where its body stands in the definition. */
  readonly path: AslPath;
  readonly states: ReadonlyMap<string, AslState>;
}

/** A definition in the Amazon States Language, taken apart. */
export interface AslMachine {
  readonly body: JsonObject;
  readonly scopes: readonly AslScope[];
  readonly states: readonly AslState[];
}

/**
 * The definition's parts, outer ones first, of an object or of a JSON or YAML text; undefined when it cannot be read.
 * What an intrinsic function stands for is not among the parts.
 */
export const readAsl = (definition: Json | undefined): AslMachine | undefined => {
  const body = typeof definition === 'string' ? readAslText(definition).value : definition;
  if (!isPlainObject(body)) return undefined;
  const scopes: AslScope[] = [];
  const states: AslState[] = [];
  const waiting: Omit<AslScope, 'states'>[] = [{ body, owner: undefined, path: [] }];
  // The list grows while it is read.
  for (const next of waiting) {
    const own = new Map<string, AslState>();
    const scope: AslScope = { ...next, states: own };
    scopes.push(scope);
    if (!isPlainObject(next.body.States)) continue;
    for (const [name, value] of Object.entries(next.body.States)) {
      if (!isPlainObject(value)) continue;
      const state: AslState = { name, type: textOf(value.Type), body: value, scope };
      own.set(name, state);
      states.push(state);
      const path = pathOf(state);
      for (const inner of innerBodies(state))
        waiting.push({ body: inner.body, owner: state, path: [...path, ...inner.path] });
    }
  }
  return { body, scopes, states };
};

/** Where the state stands in the definition. */
export const pathOf = ({ name, scope }: AslState): AslPath => [...scope.path, 'States', name];

const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** An object that says what it holds itself. */
const isPlainObject = (value: Json | undefined): value is JsonObject =>
  isJsonObject(value) && !isFunctionOf(value);

const innerBodies = ({
  type,
  body,
}: AslState): readonly { readonly body: JsonObject; readonly path: AslPath }[] => {
  if (type === 'Parallel')
    return Array.isArray(body.Branches)
      ? body.Branches.flatMap((branch: Json, index) =>
          isPlainObject(branch) ? [{ body: branch, path: ['Branches', index] }] : [],
        )
      : [];
  if (type !== 'Map') return [];
  const field = body.ItemProcessor === undefined ? 'Iterator' : 'ItemProcessor';
  const processor = body[field];
  return isPlainObject(processor) ? [{ body: processor, path: [field] }] : [];
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

/** How a Map state works through its items; undefined when only the deployment knows. */
export const mapModeOf = ({ body }: AslState): 'inline' | 'distributed' | undefined => {
  const { ItemProcessor: processor } = body;
  if (processor === undefined) return 'inline';
  if (!isPlainObject(processor)) return undefined;
  const config = processor.ProcessorConfig;
  if (config === undefined) return 'inline';
  if (!isPlainObject(config)) return undefined;
  const { Mode: mode = 'INLINE' } = config;
  return mode === 'INLINE' ? 'inline' : mode === 'DISTRIBUTED' ? 'distributed' : undefined;
};

/** True when each item of the Map state has an Express execution of its own. */
export const startsExpress = (map: AslState): boolean => {
  const processor = map.body.ItemProcessor;
  const config = isJsonObject(processor) ? processor.ProcessorConfig : undefined;
  return (
    mapModeOf(map) === 'distributed' && isJsonObject(config) && config.ExecutionType === 'EXPRESS'
  );
};

/** The states around a state, the nearest first. */
export const statesAround = (state: AslState): readonly AslState[] => {
  const around: AslState[] = [];
  for (let owner = state.scope.owner; owner; owner = owner.scope.owner) around.push(owner);
  return around;
};

/** The definition with fields of a state set; the state's other fields stay. Undefined when it cannot be written. */
export const withFields = (
  definition: Json,
  state: AslState,
  fields: JsonObject,
): Json | undefined => {
  const path = pathOf(state);
  return typeof definition === 'string'
    ? withTextAt(definition, path, fields, (body) => replaceAt(body, path, fields))
    : replaceAt(definition, path, fields);
};

const replaceAt = (value: Json, path: AslPath, fields: JsonObject): Json | undefined => {
  const [key, ...rest] = path;
  if (key === undefined) return isJsonObject(value) ? { ...value, ...fields } : undefined;
  const inner = Array.isArray(value)
    ? (value as readonly Json[])[Number(key)]
    : isJsonObject(value)
      ? value[key]
      : undefined;
  const changed = inner === undefined ? undefined : replaceAt(inner, rest, fields);
  if (changed === undefined) return undefined;
  if (Array.isArray(value))
    return value.map((item: Json, index) => (index === Number(key) ? changed : item));
  return { ...(value as JsonObject), [key]: changed };
};

/** The fields that give each item of a Map state an execution of its own; undefined where they cannot be set. */
export const distributedFields = ({ body }: AslState): JsonObject | undefined => {
  const { ItemProcessor: processor } = body;
  return isPlainObject(processor)
    ? {
        ItemProcessor: {
          ...processor,
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        },
      }
    : undefined;
};
