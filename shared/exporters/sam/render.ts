import { serviceOf } from '../../catalog/catalog.ts';
import { type Expression, isToken, type Token, tokenKind } from '../../catalog/expression.ts';
import { setOwn } from '../../lib/json.ts';
import { pascalCase } from '../../lib/words.ts';
import type { NodeId } from '../../model/ids.ts';
import type { Plan } from '../plan/plan.ts';
import type { StackPlan } from '../plan/stack-plan.ts';

/** A tree as the YAML writer takes it. */
export type Tree = null | boolean | number | string | Tree[] | { [key: string]: Tree };

/** Turns expressions of one stack into CloudFormation values. */
export interface Renderer {
  /** Undefined when nothing is left of it. */
  render(value: Expression | undefined): Tree | undefined;
}

/**
 * `onForeign` is told of every attribute of another stack's node; the value then comes as a parameter.
 */
export const createRenderer = (
  plan: Plan,
  stack: StackPlan,
  onForeign: (node: NodeId, attribute: string, parameter: string) => void,
): Renderer => {
  const attributeValue = (nodeId: NodeId, name: string): Tree => {
    const node = plan.graph.node(nodeId);
    if (!node) throw new Error(`No node ${nodeId}`);
    const scope = plan.scopeOf(node);
    const definition = serviceOf(node.kind)?.attributes?.[name];
    if (!definition) throw new Error(`${node.kind} has no attribute ${name}`);
    if (scope.region !== stack.region && scope.out.has(scope.id)) {
      const parameter = `${scope.id}${pascalCase(name)}`;
      onForeign(nodeId, name, parameter);
      return { Ref: parameter };
    }
    if (typeof definition.cfn === 'function') return render(definition.cfn(scope)) ?? '';
    return definition.cfn === 'Ref'
      ? { Ref: scope.id }
      : { 'Fn::GetAtt': [scope.id, definition.cfn] };
  };

  const tokenValue = (value: Token): Tree => {
    switch (tokenKind(value)) {
      case 'attribute': {
        const { node, attribute } = value as Extract<Token, { node: NodeId }>;
        return attributeValue(node, attribute);
      }
      case 'resource': {
        const { resource, attribute } = value as Extract<Token, { resource: string }>;
        return attribute === undefined
          ? { Ref: resource }
          : { 'Fn::GetAtt': [resource, attribute] };
      }
      case 'pseudo':
        return { Ref: `AWS::${(value as Extract<Token, { name: string }>).name}` };
      case 'parameter':
        return { Ref: (value as Extract<Token, { name: string }>).name };
      case 'intrinsic':
        return (value as { readonly value: unknown }).value as Tree;
      case 'document':
      case 'typed':
        return render((value as { readonly value: Expression }).value) ?? {};
      case 'join':
        return substitution((value as Extract<Token, { parts: readonly Expression[] }>).parts);
    }
  };

  const substitution = (parts: readonly Expression[]): Tree => {
    const variables: { [key: string]: Tree } = {};
    const text = parts
      .map((part) => {
        if (!isToken(part)) return String(part).replaceAll('${', '${!');
        const inner = tokenValue(part);
        const direct = directSubstitution(inner);
        if (direct !== undefined) return direct;
        if (typeof inner === 'string') return inner.replaceAll('${', '${!');
        const variable = `Value${Object.keys(variables).length + 1}`;
        variables[variable] = inner;
        return `\${${variable}}`;
      })
      .join('');
    return Object.keys(variables).length === 0
      ? { 'Fn::Sub': text }
      : { 'Fn::Sub': [text, variables] };
  };

  const render = (value: Expression | undefined): Tree | undefined => {
    if (value === undefined) return undefined;
    if (value === null || typeof value !== 'object') return value;
    const tree = renderObject(value);
    stack.origins.copy(value, tree);
    return tree;
  };

  const renderObject = (
    value: Exclude<Expression, null | boolean | number | string>,
  ): Tree | undefined => {
    if (isToken(value)) return tokenValue(value);
    if (Array.isArray(value)) {
      const items: Tree[] = [];
      for (const item of value as readonly Expression[]) {
        const rendered = render(item);
        if (rendered !== undefined) items.push(rendered);
      }
      return items;
    }
    const fields = value as { readonly [key: string]: Expression | undefined };
    const keys = Object.keys(fields);
    const tree: { [key: string]: Tree } = {};
    let isEmpty = keys.length > 0;
    for (const key of keys) {
      const rendered = render(fields[key]);
      if (rendered === undefined) continue;
      setOwn(tree, key, rendered);
      isEmpty = false;
    }
    return isEmpty ? undefined : tree;
  };

  return { render };
};

/** `${Orders.Arn}` for what `Fn::Sub` can say by itself. */
const directSubstitution = (value: Tree): string | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  if (typeof value.Ref === 'string') return `\${${value.Ref}}`;
  const getAtt = value['Fn::GetAtt'];
  if (Array.isArray(getAtt)) return `\${${getAtt.join('.')}}`;
  const sub = value['Fn::Sub'];
  return typeof sub === 'string' ? sub : undefined;
};
