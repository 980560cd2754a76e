import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts';
import { type AslMachine, type AslScope, type AslState, pathOf, statesAround } from './asl.ts';
import { checkChoices } from './asl-choice.ts';
import {
  type AslField,
  type AslFields,
  apart,
  commonFields,
  errorNames,
  machineFields,
  oneOf,
  processorFields,
  scopeFields,
  stateFields,
} from './asl-fields.ts';
import { isFunctionOf, isOpenValue } from './asl-open.ts';
import { type AslPlace, checkPath, checkPayload } from './asl-payload.ts';
import type { AddAslProblem, AslProblem } from './asl-problem.ts';
import { nearestWord } from './asl-spelling.ts';
import { wantedInstead } from './asl-value.ts';
import type { QueryLanguage } from './dynamic.ts';

/** So many are enough to see that something is wrong; a broken text could have thousands. */
const mostProblems = 200;

/**
 * What AWS would refuse in a definition besides its transitions and the order of its error handling, which have
 * checks of their own. Never throws; what only the deployment knows is passed over.
 */
export const checkAsl = (machine: AslMachine): readonly AslProblem[] => {
  const problems: AslProblem[] = [];
  const add: AddAslProblem = (problem) => {
    if (problems.length < mostProblems) problems.push(problem);
  };
  const language = languageOf(machine.body.QueryLanguage, 'JSONPath');
  for (const scope of machine.scopes) checkScope(scope, language, add);
  for (const state of machine.states) {
    if (problems.length >= mostProblems) break;
    checkState(state, language, add);
  }
  return problems;
};

const languageOf = (
  value: Json | undefined,
  otherwise: QueryLanguage,
): QueryLanguage | undefined =>
  value === undefined ? otherwise : value === 'JSONata' || value === 'JSONPath' ? value : undefined;

const scopePlace = ({ owner, path }: AslScope): string => {
  if (!owner) return 'the definition';
  const step = path.at(-1);
  return typeof step === 'number'
    ? `branch ${step + 1} of the state "${owner.name}"`
    : `the ${step} of the state "${owner.name}"`;
};

const checkScope = (
  scope: AslScope,
  language: QueryLanguage | undefined,
  add: AddAslProblem,
): void => {
  const at = { path: scope.path, place: scopePlace(scope), language };
  const fields = !scope.owner
    ? machineFields
    : scope.path.at(-1) === 'ItemProcessor'
      ? { ...scopeFields, ...processorFields }
      : scopeFields;
  // A start that is missing has a finding of its own, with the states to choose from.
  checkFields(at, scope.body, fields, add, ['StartAt', 'States']);
  const { States: states, ProcessorConfig: config } = scope.body;
  if (isJsonObject(config) && config.Mode === 'DISTRIBUTED' && config.ExecutionType === undefined)
    add({
      code: 'missing',
      path: [...scope.path, 'ProcessorConfig'],
      place: `ProcessorConfig of ${at.place}`,
      field: 'ExecutionType',
      detail: '',
    });
  if (isFunctionOf(states) || !isJsonObject(states)) return;
  for (const [name, body] of Object.entries(states) as [string, Json][])
    if (!isJsonObject(body) && !isOpenValue(body))
      add({
        code: 'wrong',
        path: [...scope.path, 'States', name],
        place: at.place,
        field: name,
        detail: 'a state: { "Type": … }',
      });
};

/** The language of a state: its own, else the definition's. */
const stateLanguage = (
  state: AslState,
  ofMachine: QueryLanguage | undefined,
): QueryLanguage | undefined => {
  if (state.body.QueryLanguage !== undefined)
    return languageOf(state.body.QueryLanguage, 'JSONPath');
  // AWS does not say whose language counts inside a state that has one of its own.
  return statesAround(state).some(({ body }) => body.QueryLanguage !== undefined)
    ? undefined
    : ofMachine;
};

const checkState = (
  state: AslState,
  ofMachine: QueryLanguage | undefined,
  add: AddAslProblem,
): void => {
  const { body, type, name } = state;
  const at: AslPlace = {
    path: pathOf(state),
    place: `the state "${name}"`,
    language: stateLanguage(state, ofMachine),
  };
  const say = (code: AslProblem['code'], field: string, detail: string, inner?: string): void =>
    add({
      code,
      path: inner === undefined ? at.path : [...at.path, inner],
      place: at.place,
      field,
      detail,
    });
  if (ofMachine === 'JSONata' && body.QueryLanguage === 'JSONPath')
    say('mixed', 'QueryLanguage', '', 'QueryLanguage');
  if (type === undefined) {
    if (body.Type === undefined) say('noType', 'Type', '');
    else if (!isOpenValue(body.Type)) say('wrong', 'Type', 'a text', 'Type');
    return;
  }
  if (type.includes('${')) return;
  if (!Object.hasOwn(stateFields, type)) {
    const near = nearestWord(type, Object.keys(stateFields));
    say('unknownType', type, near === undefined ? '' : `; did you mean ${near}?`, 'Type');
    return;
  }
  const own = stateFields[type] ?? {};
  // Where a state goes on, a Choice without rules, and error handling on a state that cannot have it, have findings of
  // their own.
  checkFields(at, body, allFields[type] ?? commonFields, add, ['Choices'], elsewhere);
  for (const group of apart[type] ?? []) {
    const [first, second] = group.filter((field) => body[field] !== undefined);
    if (first !== undefined && second !== undefined) say('apart', first, second, second);
  }
  const needed = oneOf[type];
  if (needed?.every((field) => body[field] === undefined))
    say('without', needed.filter((field) => isOffered(own[field], at.language)).join(', '), '');
  if (type === 'Choice' && body.Choices !== undefined)
    checkChoices({ ...at, path: [...at.path, 'Choices'] }, body.Choices, add);
};

/** With the common ones, put together once. */
const allFields: Readonly<Record<string, AslFields>> = Object.fromEntries(
  Object.entries(stateFields).map(([type, own]) => [type, { ...commonFields, ...own }]),
);

const elsewhere: ReadonlySet<string> = new Set(['Next', 'End', 'Retry', 'Catch']);

const isOffered = (field: AslField | undefined, language: QueryLanguage | undefined): boolean =>
  field?.only === undefined || language === undefined || field.only === language;

const checkFields = (
  at: AslPlace,
  body: JsonObject,
  fields: AslFields,
  add: AddAslProblem,
  notMissed: readonly string[] = [],
  notUnknown: ReadonlySet<string> = new Set(),
): void => {
  const { place, language } = at;
  for (const [name, value] of Object.entries(body)) {
    const path = [...at.path, name];
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) {
      if (notUnknown.has(name)) continue;
      const near = nearestWord(
        name,
        Object.keys(fields).filter(
          (one) => body[one] === undefined && isOffered(fields[one], language),
        ),
      );
      const detail = near === undefined ? 'remove it' : `did you mean ${near}?`;
      add({ code: 'unknown', path, place, field: name, detail });
    } else if (!isOffered(field, language))
      add({
        code: 'otherLanguage',
        path,
        place,
        field: name,
        detail: field.instead ?? '',
        language,
      });
    else checkField({ ...at, path }, name, field, value, add);
  }
  for (const [name, { required }] of Object.entries(fields))
    if (required && body[name] === undefined && !notMissed.includes(name) && name !== 'Type')
      add({ code: 'missing', path: at.path, place, field: name, detail: '' });
};

const checkField = (
  at: AslPlace,
  name: string,
  field: AslField,
  value: Json,
  add: AddAslProblem,
): void => {
  const { path, place, language } = at;
  const wanted = wantedInstead(field, value, language);
  if (wanted !== undefined) {
    add({ code: 'wrong', path, place, field: name, detail: wanted });
    return;
  }
  if (isOpenValue(value)) return;
  switch (field.shape) {
    case 'payload':
    case 'payload object':
    case 'variables':
      checkPayload(at, value, add);
      return;
    case 'path':
      if (field.calls) checkPath(at, name, value, add);
      return;
    case 'object':
      if (field.fields && isJsonObject(value))
        checkFields({ ...at, place: `${name} of ${place}` }, value, field.fields, add);
      return;
    case 'objects':
      if (Array.isArray(value) && field.fields)
        checkEntries({ ...at, place: `${name} of ${place}` }, name, value, field.fields, add);
      return;
    case 'list of texts':
      if (name === 'ErrorEquals' && Array.isArray(value)) checkErrors(at, value, add);
      return;
    default:
  }
};

const checkEntries = (
  at: AslPlace,
  name: string,
  entries: readonly Json[],
  fields: AslFields,
  add: AddAslProblem,
): void =>
  entries.forEach((entry, index) => {
    if (isFunctionOf(entry)) return;
    const path = [...at.path, index];
    if (isJsonObject(entry))
      checkFields({ ...at, path, place: `entry ${index + 1} of ${at.place}` }, entry, fields, add);
    else
      add({
        code: 'wrong',
        path,
        place: at.place,
        field: name,
        detail: 'a list of objects: [{ … }]',
      });
  });

const known: ReadonlySet<string> = new Set(errorNames);

const checkErrors = ({ path, place }: AslPlace, names: readonly Json[], add: AddAslProblem): void =>
  names.forEach((name, index) => {
    if (typeof name !== 'string' || !name.startsWith('States.') || known.has(name)) return;
    if (name.startsWith('States.Http.StatusCode.') || name.includes('${')) return;
    const near = nearestWord(name, errorNames);
    const detail =
      near === undefined ? 'names of your own begin otherwise' : `did you mean ${near}?`;
    add({ code: 'unknownError', path: [...path, index], place, field: name, detail });
  });
