import { isJsonObject, type Json } from '../../lib/json.ts';
import { isIntrinsic } from '../../model/value.ts';

/** True for the id of a node of which nothing is deployed that the attribute could be asked of. */
type IsBare = (id: string, attribute: string) => boolean;

/**
 * What is wrong with the intrinsic functions in a value: a form that CloudFormation does not take, or the attribute
 * of a resource that is not there. Undefined when nothing is. (A `Ref` to nothing becomes a parameter.)
 */
export const wrongReference = (
  value: Json,
  isResource: (id: string) => boolean,
  isBare: IsBare = () => false,
): string | undefined => {
  if (Array.isArray(value)) return firstOf(value, isResource, isBare);
  if (!isJsonObject(value)) return undefined;
  if (!isIntrinsic(value)) return firstOf(Object.values(value), isResource, isBare);
  const [[fn = '', argument = null] = []] = Object.entries(value);
  if (fn === 'Ref')
    return typeof argument !== 'string' || !isName(argument)
      ? 'Ref takes the name of a parameter or of a resource'
      : isBare(argument, 'Ref')
        ? bareOf(argument)
        : undefined;
  if (fn === 'Fn::GetAtt') {
    const [id, attribute] = getAttParts(argument);
    if (id === undefined || id === '' || attribute === undefined || attribute === '')
      return 'Fn::GetAtt takes a resource and one of its attributes';
    return isResource(id) && !isBare(id, attribute) ? undefined : nothingOf(id);
  }
  if (fn === 'Fn::Sub') {
    const [text, variables] = Array.isArray(argument) ? argument : [argument, {}];
    if (typeof text !== 'string' || !isJsonObject(variables))
      return 'Fn::Sub takes a text, or a list of a text and its variables';
    return (
      wrongName(text, new Set(Object.keys(variables)), isResource, isBare) ??
      firstOf(Object.values(variables), isResource, isBare)
    );
  }
  return wrongReference(argument, isResource, isBare);
};

const firstOf = (
  values: readonly Json[],
  isResource: (id: string) => boolean,
  isBare: IsBare,
): string | undefined => {
  for (const value of values) {
    const wrong = wrongReference(value, isResource, isBare);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
};

/** The first name between `${` and `}` that means nothing. */
const wrongName = (
  text: string,
  own: ReadonlySet<string>,
  isResource: (id: string) => boolean,
  isBare: IsBare,
): string | undefined => {
  for (const match of text.matchAll(/\$\{([^!}][^}]*)\}/g)) {
    const name = match[1] ?? '';
    if (own.has(name)) continue;
    const [id = '', attribute] = name.split('.', 2);
    if (attribute !== undefined && (!isResource(id) || isBare(id, attribute))) return nothingOf(id);
    if (isBare(id, 'Ref')) return bareOf(id);
    if (!isName(id)) return `Fn::Sub takes names of parameters and resources, not "${id}"`;
  }
  return undefined;
};

const bareOf = (id: string): string =>
  `it refers to ${id}, of which nothing is deployed; another name makes it a parameter`;

const nothingOf = (id: string): string =>
  `it asks for an attribute of ${id}, which is no resource of this design`;

const isName = (name: string): boolean => /^(AWS::)?[A-Za-z0-9]+$/.test(name);

const getAttParts = (argument: Json): readonly (string | undefined)[] => {
  if (typeof argument === 'string') {
    const dot = argument.indexOf('.');
    return dot < 0 ? [] : [argument.slice(0, dot), argument.slice(dot + 1)];
  }
  return Array.isArray(argument)
    ? argument.map((part) => (typeof part === 'string' ? part : undefined))
    : [];
};
