import { compareText } from '../../lib/order.ts';
import type { Tree } from './render.ts';

type Resource = {
  readonly Type?: Tree;
  readonly Properties?: { readonly [key: string]: Tree };
  readonly DependsOn?: Tree;
};

/**
 * Resources of a SAM template that refer to one another in a circle, which CloudFormation refuses to create.
 * Counted as SAM expands them: the policies of a function hang on its role, its URL on itself, an S3 or Cognito
 * event changes the bucket or the pool, an API event the API. One circle is given for each group, as a path of logical ids.
 */
export const templateCircles = (resources: {
  readonly [id: string]: Tree;
}): readonly (readonly string[])[] => {
  const needs = new Map<string, Set<string>>();
  const need = (from: string, to: Iterable<string>): void => {
    const present = needs.get(from) ?? new Set<string>();
    for (const id of to) if (id !== from) present.add(id);
    needs.set(from, present);
  };
  for (const [id, tree] of Object.entries(resources)) {
    const { Type, Properties = {}, DependsOn } = tree as Resource;
    need(id, [DependsOn ?? []].flat().map(String));
    if (Type === 'AWS::Serverless::Function' || Type === 'AWS::Serverless::StateMachine') {
      const { Policies, Events, DeadLetterQueue, EventInvokeConfig, FunctionUrlConfig, ...rest } =
        Properties;
      const role = `${id}Role`;
      need(id, [...referredIds(rest), ...referredIds(DeadLetterQueue), role]);
      need(role, [
        ...referredIds(Policies),
        ...referredIds(DeadLetterQueue),
        ...referredIds(EventInvokeConfig),
      ]);
      if (FunctionUrlConfig !== undefined)
        need(`${id}Url`, [id, ...referredIds(FunctionUrlConfig)]);
      for (const event of Object.values((Events ?? {}) as { [key: string]: Tree }))
        for (const changed of changedBy(
          event as { Type?: Tree; Properties?: { [key: string]: Tree } },
        ))
          need(changed, [id]);
    } else need(id, referredIds(Properties));
  }
  return circlesOf(needs);
};

/** The resources that an event source writes itself into. */
const changedBy = (event: {
  readonly Type?: Tree;
  readonly Properties?: { readonly [key: string]: Tree };
}): readonly string[] => {
  const property = { S3: 'Bucket', Cognito: 'UserPool', Api: 'RestApiId', HttpApi: 'ApiId' }[
    String(event.Type)
  ];
  return property === undefined ? [] : [...referredIds(event.Properties?.[property])];
};

/** Logical ids that a value refers to. */
const referredIds = (value: Tree | { readonly [key: string]: Tree } | undefined): Set<string> => {
  const found = new Set<string>();
  const visit = (item: Tree | { readonly [key: string]: Tree } | undefined): void => {
    if (typeof item !== 'object' || item === null) return;
    if (Array.isArray(item)) {
      for (const inner of item) visit(inner);
      return;
    }
    for (const [key, inner] of Object.entries(item)) {
      // What SAM makes of a resource, such as `Worker.Version`, hangs on that resource.
      if (key === 'Ref' && typeof inner === 'string') found.add(inner.split('.')[0] ?? inner);
      else if (key === 'Fn::GetAtt')
        found.add(Array.isArray(inner) ? String(inner[0]) : (String(inner).split('.')[0] ?? ''));
      else if (key === 'Fn::Sub') {
        const [text, variables] = Array.isArray(inner) ? inner : [inner, {}];
        for (const match of String(text).matchAll(/\$\{([^!}.][^}.]*)/g)) found.add(match[1] ?? '');
        visit(variables);
      } else visit(inner);
    }
  };
  visit(value);
  return found;
};

/** One circle of each strongly connected group, found depth first. */
const circlesOf = (
  needs: ReadonlyMap<string, ReadonlySet<string>>,
): readonly (readonly string[])[] => {
  const done = new Set<string>();
  const circles: (readonly string[])[] = [];
  const inCircle = new Set<string>();
  for (const start of [...needs.keys()].sort(compareText)) {
    if (done.has(start)) continue;
    const path: { readonly id: string; readonly next: readonly string[]; at: number }[] = [];
    const onPath = new Map<string, number>();
    const push = (id: string): void => {
      onPath.set(id, path.length);
      path.push({ id, next: [...(needs.get(id) ?? [])].sort(compareText), at: 0 });
    };
    push(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.next[top.at++];
      if (next === undefined) {
        done.add(top.id);
        onPath.delete(top.id);
        path.pop();
        continue;
      }
      const position = onPath.get(next);
      if (position !== undefined) {
        const circle = path.slice(position).map(({ id }) => id);
        if (!circle.some((id) => inCircle.has(id))) circles.push([...circle, next]);
        for (const id of circle) inCircle.add(id);
      } else if (!done.has(next) && needs.has(next)) push(next);
    }
  }
  return circles;
};
