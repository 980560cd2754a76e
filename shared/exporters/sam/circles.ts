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
  /** What an id needs, to be added to. */
  const needsOf = (id: string): Set<string> => {
    let present = needs.get(id);
    if (!present) {
      present = new Set();
      needs.set(id, present);
    }
    return present;
  };
  for (const id in resources) {
    const { Type, Properties = {}, DependsOn } = resources[id] as Resource;
    const own = needsOf(id);
    for (const other of [DependsOn ?? []].flat()) own.add(String(other));
    if (Type === 'AWS::Serverless::Function' || Type === 'AWS::Serverless::StateMachine') {
      const roleId = `${id}Role`;
      const role = needsOf(roleId);
      own.add(roleId);
      for (const property in Properties) {
        const value = Properties[property];
        switch (property) {
          case 'Policies':
          case 'EventInvokeConfig':
            addReferredIds(value, role);
            break;
          case 'DeadLetterQueue':
            addReferredIds(value, role);
            addReferredIds(value, own);
            break;
          case 'DeploymentPreference':
            // The alias waits for it, and the alarms that it names look at the function.
            addReferredIds(value, needsOf(`${id}DeploymentGroup`).add(id));
            break;
          case 'FunctionUrlConfig':
            addReferredIds(value, needsOf(`${id}Url`).add(id));
            break;
          case 'Events':
            for (const event of Object.values((value ?? {}) as { [key: string]: Tree }))
              for (const changed of changedBy(event as Resource)) needsOf(changed).add(id);
            break;
          default:
            addReferredIds(value, own);
        }
      }
    } else addReferredIds(Properties, own);
  }
  // That something refers to itself says nothing of the order.
  for (const [id, others] of needs) others.delete(id);
  return circlesOf(needs);
};

const changedProperties: Readonly<Record<string, string>> = {
  S3: 'Bucket',
  Cognito: 'UserPool',
  Api: 'RestApiId',
  HttpApi: 'ApiId',
};

/** The resources that an event source writes itself into. */
const changedBy = ({ Type, Properties }: Resource): ReadonlySet<string> => {
  const type = String(Type);
  const property = Object.hasOwn(changedProperties, type) ? changedProperties[type] : undefined;
  const found = new Set<string>();
  if (property !== undefined) addReferredIds(Properties?.[property], found);
  return found;
};

/** Adds the logical ids that a value refers to. Every value of the template passes here: no lists in between. */
const addReferredIds = (
  value: Tree | { readonly [key: string]: Tree } | undefined,
  found: Set<string>,
): void => {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const inner of value) addReferredIds(inner, found);
    return;
  }
  for (const key in value) {
    const inner = value[key];
    // What SAM makes of a resource, such as `Worker.Version`, hangs on that resource.
    if (key === 'Ref' && typeof inner === 'string') found.add(beforeDot(inner));
    else if (key === 'Fn::GetAtt')
      found.add(Array.isArray(inner) ? String(inner[0]) : beforeDot(String(inner)));
    else if (key === 'Fn::Sub') {
      const [text, variables] = Array.isArray(inner) ? inner : [inner];
      for (const match of String(text).matchAll(/\$\{([^!}.][^}.]*)/g)) found.add(match[1] ?? '');
      addReferredIds(variables, found);
    } else addReferredIds(inner, found);
  }
};

const beforeDot = (text: string): string => {
  const dot = text.indexOf('.');
  return dot < 0 ? text : text.slice(0, dot);
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
      const next = [...(needs.get(id) ?? [])];
      path.push({ id, next: next.length > 1 ? next.sort(compareText) : next, at: 0 });
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
