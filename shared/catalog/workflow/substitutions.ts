import { isJsonObject, type Json } from '../../lib/json.ts';
import { pascalCase } from '../../lib/words.ts';
import { type Intrinsic, isIntrinsic } from '../../model/value.ts';
import { type Expression, intrinsic } from '../expression.ts';

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
    if (isIntrinsic(value)) return placeholder(value);
    if (Array.isArray(value)) return value.map((item: Json) => replaced(item));
    if (isJsonObject(value))
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item)]));
    return value;
  };
  if (typeof definition === 'string') return { text: definition, substitutions };
  if (isIntrinsic(definition)) return substituted(definition);
  // A number must not stand between quotation marks once it is filled in.
  const text = JSON.stringify(replaced(definition), null, 2).replaceAll(
    /("(?:TimeoutSeconds|HeartbeatSeconds)": )"(\$\{\w+\})"/g,
    '$1$2',
  );
  return { text: `${text}\n`, substitutions };
};

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
        : isIntrinsic(value)
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
