import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts';
import { pascalCase } from '../../lib/words.ts';
import type { Intrinsic } from '../../model/value.ts';
import { type Expression, intrinsic } from '../expression.ts';
import { type AslFields, machineFields, retryFields, stateFields } from './asl-fields.ts';
import { isFunctionOf } from './asl-open.ts';

/** A definition as the text of a file, and what CloudFormation fills into its `${…}`. */
export interface DefinitionText {
  readonly text: string;
  readonly substitutions: ReadonlyMap<string, Expression>;
}

/**
 * A definition as text. Intrinsic functions of the user cannot stand in a file: each becomes a placeholder that
 * CloudFormation fills in.
 */
export const definitionText = (definition: Json): DefinitionText => {
  const substitutions = new Map<string, Expression>();
  const texts = new Map<string, string>();
  const placeholder = (value: Intrinsic): string => {
    const wish = nameOf(value);
    const text = JSON.stringify(value);
    let name = wish;
    for (let count = 2; (texts.get(name) ?? text) !== text; count += 1) name = `${wish}${count}`;
    texts.set(name, text);
    substitutions.set(name, intrinsic(value));
    return `\${${name}}`;
  };
  const replaced = (value: Json): Json => {
    if (isFunctionOf(value)) return placeholder(value);
    if (Array.isArray(value)) return value.map((item: Json) => replaced(item));
    if (!isJsonObject(value)) return value;
    const numbers = numbersOf(value);
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        numbers.has(key) && isFunctionOf(item) ? bare + placeholder(item) : replaced(item),
      ]),
    );
  };
  if (typeof definition === 'string') return { text: definition, substitutions };
  if (isFunctionOf(definition)) return substituted(definition);
  const text = JSON.stringify(replaced(definition), null, 2).replaceAll(bareText, '$1');
  return { text: `${text}\n`, substitutions };
};

/** Marks a placeholder for a number: filled in, it must not stand between quotation marks. */
const bare = '\uE0A6';
const bareText = new RegExp(`"${bare}(\\$\\{\\w+\\})"`, 'g');

const numbersIn = (...tables: readonly AslFields[]): ReadonlySet<string> =>
  new Set(
    tables.flatMap((fields) =>
      Object.entries(fields).flatMap(([name, { shape }]) =>
        shape === 'number' || shape === 'whole number' ? [name] : [],
      ),
    ),
  );
const none: ReadonlySet<string> = new Set();
const ofMachines = numbersIn(machineFields);
const ofStates = numbersIn(...Object.values(stateFields));
const ofEntries = numbersIn(retryFields);

/** The fields of a part of a definition that hold numbers; none in what is handed to a task. */
const numbersOf = (value: JsonObject): ReadonlySet<string> =>
  value.StartAt !== undefined
    ? ofMachines
    : Array.isArray(value.ErrorEquals)
      ? ofEntries
      : typeof value.Type === 'string' && Object.hasOwn(stateFields, value.Type)
        ? ofStates
        : none;

/** `${Orders.Arn}` inside the user's own `Fn::Sub` becomes a placeholder of the file. */
const substituted = (definition: Intrinsic): DefinitionText => {
  const substitutions = new Map<string, Expression>();
  const sub = definition['Fn::Sub'];
  const [template, own] = (Array.isArray(sub) ? sub : [sub, {}]) as readonly Json[];
  if (typeof template !== 'string') return { text: '', substitutions };
  const variables = isJsonObject(own) ? own : {};
  const text = template.replaceAll(/\$\{(!?)([^}]*)\}/g, (whole, escaped: string, name: string) => {
    if (escaped === '!') return `\${${name}}`;
    const key = pascalCase(name);
    if (key === '') return whole;
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    substitutions.set(
      key,
      value === undefined
        ? intrinsic({ 'Fn::Sub': `\${${name}}` })
        : isFunctionOf(value)
          ? intrinsic(value)
          : String(value),
    );
    return `\${${key}}`;
  });
  return { text, substitutions };
};

const nameOf = (value: Intrinsic): string => {
  const [[fn = '', argument] = []] = Object.entries(value);
  const parts = fn === 'Ref' || fn === 'Fn::GetAtt' ? [argument].flat() : [];
  return pascalCase(parts.map(String).join(' ')) || 'Value';
};

/** The names of the placeholders in a text. */
export const placeholdersIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/\$\{([A-Za-z][A-Za-z0-9]*)\}/g)].map(([, name = '']) => name));
