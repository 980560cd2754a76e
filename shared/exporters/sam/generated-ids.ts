import type { Tree } from './render.ts';

type Trees = { readonly [key: string]: Tree };

/** A resource of a template as far as its ids matter. */
export interface ResourceTree {
  readonly Type?: Tree;
  readonly Properties?: Trees;
}

/**
 * Logical ids of what SAM makes of one resource when the template is deployed, besides the resource itself.
 * Where SAM puts a hash at the end (versions, deployments) the ids here have none: they are for counting.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html
 */
export const generatedIds = (id: string, { Type, Properties = {} }: ResourceTree): string[] => {
  switch (Type) {
    case 'AWS::Serverless::Function':
      return ofFunction(id, Properties);
    case 'AWS::Serverless::StateMachine':
      return [...(Properties.Role === undefined ? [`${id}Role`] : [])];
    case 'AWS::Serverless::Api':
      return [
        `${id}Deployment`,
        `${id}${typeof Properties.StageName === 'string' ? Properties.StageName : ''}Stage`,
        ...ofAuthorizers(id, Properties.Auth),
      ];
    case 'AWS::Serverless::HttpApi':
      return [
        typeof Properties.StageName === 'string' && Properties.StageName !== '$default'
          ? `${id}${Properties.StageName}Stage`
          : `${id}ApiGatewayDefaultStage`,
        ...ofAuthorizers(id, Properties.Auth),
      ];
    default:
      return [];
  }
};

const entriesOf = (value: Tree | undefined): [string, Tree][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];

const ofFunction = (id: string, properties: Trees): string[] => {
  const {
    Role,
    AutoPublishAlias,
    DeploymentPreference,
    EventInvokeConfig,
    FunctionUrlConfig,
    Events,
  } = properties;
  const isOpen = entriesOf(FunctionUrlConfig).some(
    ([key, value]) => key === 'AuthType' && value === 'NONE',
  );
  return [
    ...(Role === undefined ? [`${id}Role`] : []),
    ...(AutoPublishAlias === undefined
      ? []
      : [
          `${id}Version`,
          `${id}Alias${typeof AutoPublishAlias === 'string' ? AutoPublishAlias : ''}`,
        ]),
    // The application besides is one for all functions.
    ...(DeploymentPreference === undefined ? [] : [`${id}DeploymentGroup`]),
    ...(EventInvokeConfig === undefined ? [] : [`${id}EventInvokeConfig`]),
    ...(FunctionUrlConfig === undefined ? [] : [`${id}Url`]),
    ...(isOpen ? [`${id}UrlPublicPermissions`, `${id}URLInvokeAllowPublicAccess`] : []),
    ...new Set(entriesOf(Events).flatMap(([name, event]) => ofEvent(id, name, event))),
  ];
};

/** Events that SAM turns into one mapping; the function's role has the rights. */
const polled = new Set(['SQS', 'Kinesis', 'DynamoDB']);
/** Events that change another resource, so that only the permission is new. */
const inside = new Set(['S3', 'Api', 'HttpApi']);

const ofEvent = (functionId: string, name: string, event: Tree): string[] => {
  const type = new Map(entriesOf(event)).get('Type');
  if (typeof type !== 'string') return [];
  // One for all triggers of a function.
  if (type === 'Cognito') return [`${functionId}CognitoPermission`];
  const id = `${functionId}${name}`;
  if (inside.has(type)) return [`${id}Permission`];
  return polled.has(type) ? [id] : [id, `${id}Permission`];
};

const ofAuthorizers = (id: string, auth: Tree | undefined): string[] =>
  entriesOf(new Map(entriesOf(auth)).get('Authorizers'))
    .filter(([, authorizer]) => entriesOf(authorizer).some(([key]) => key === 'FunctionArn'))
    .map(([name]) => `${id}${name}AuthorizerPermission`);
