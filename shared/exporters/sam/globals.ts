import type { Tree } from './render.ts';

type Resources = { [id: string]: Tree };
type ResourceTree = { Type: string; Properties?: { [key: string]: Tree } };

/** Function properties that SAM takes in `Globals`. https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html */
const hoistable = ['Architectures', 'MemorySize', 'Runtime', 'Timeout', 'Tracing'] as const;

/** Moves to `Globals` what all functions (two at least) have alike. */
export const hoistGlobals = (
  resources: Resources,
): { readonly globals: Tree | undefined; readonly resources: Resources } => {
  const functions = Object.entries(resources).filter(
    ([, resource]) => (resource as ResourceTree).Type === 'AWS::Serverless::Function',
  ) as [string, ResourceTree][];
  if (functions.length < 2) return { globals: undefined, resources };
  const [first] = functions;
  const common: { [key: string]: Tree } = {};
  for (const key of hoistable) {
    const value = first?.[1].Properties?.[key];
    if (value === undefined) continue;
    const text = JSON.stringify(value);
    if (functions.every(([, { Properties }]) => JSON.stringify(Properties?.[key]) === text))
      common[key] = value;
  }
  if (Object.keys(common).length === 0) return { globals: undefined, resources };
  const slim: Resources = { ...resources };
  for (const [id, resource] of functions)
    slim[id] = {
      ...resource,
      Properties: Object.fromEntries(
        Object.entries(resource.Properties ?? {}).filter(([key]) => !(key in common)),
      ),
    };
  return { globals: { Function: common }, resources: slim };
};
