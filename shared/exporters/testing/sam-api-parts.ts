import { isJsonObject, type Json } from '../../lib/json.ts';
import type { Template, TemplateResource } from './template.ts';

export type Properties = { readonly [key: string]: Json };
export type Resources = { [id: string]: TemplateResource };

interface ApiEvent {
  readonly functionId: string;
  readonly called: Called;
  readonly name: string;
  readonly properties: Properties;
}

/** The events of all functions that are routes of the API. */
export const eventsOf = (
  template: Template,
  type: string,
  reference: string,
  api: string,
): ApiEvent[] =>
  Object.entries(template.Resources).flatMap(([functionId, resource]) =>
    Object.entries(objectOf(resource.Properties?.Events)).flatMap(([name, event]) => {
      const { Type, Properties: properties } = objectOf(event);
      const own = objectOf(properties);
      return Type === type && objectOf(own[reference]).Ref === api
        ? [
            {
              functionId,
              called: calledOf(functionId, resource.Properties?.AutoPublishAlias),
              name,
              properties: own,
            },
          ]
        : [];
    }),
  );

export const objectOf = (value: Json | undefined): Properties => (isJsonObject(value) ? value : {});
export const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];

export const without = (properties: Properties, ...keys: readonly string[]): Properties =>
  Object.fromEntries(Object.entries(properties).filter(([key]) => !keys.includes(key)));

/** Entries that say something. */
export const said = (entries: { readonly [key: string]: Json | undefined }): Properties =>
  Object.fromEntries(
    Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );

export const functionUri = (arn: Json, streams = false): Json => ({
  'Fn::Sub': [
    `arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/${
      streams ? '2021-11-15' : '2015-03-31'
    }/functions/\${Function}/${streams ? 'response-streaming-invocations' : 'invocations'}`,
    { Function: arn },
  ],
});

/** How others refer to a function: by its alias where it has one. */
export interface Called {
  readonly name: Json;
  readonly arn: Json;
}

export const calledOf = (id: string, alias: Json | undefined): Called =>
  alias === undefined
    ? { name: { Ref: id }, arn: { 'Fn::GetAtt': [id, 'Arn'] } }
    : { name: { Ref: `${id}.Alias` }, arn: { Ref: `${id}.Alias` } };

export const permission = (functionName: Json, api: string, what: string): TemplateResource => ({
  Type: 'AWS::Lambda::Permission',
  Properties: {
    FunctionName: functionName,
    Action: 'lambda:InvokeFunction',
    Principal: 'apigateway.amazonaws.com',
    SourceArn: {
      'Fn::Sub': `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${${api}}/${what}`,
    },
  },
});

export const starred = (path: string): string => path.replaceAll(/\{[^}]*\}/g, '*');

/** Who may call, from the name of an authorizer. */
export const guard = (
  api: string,
  name: Json | undefined,
  scopes: Json | undefined,
): Properties => {
  if (name === undefined) return { AuthorizationType: 'NONE' };
  if (name === 'AWS_IAM') return { AuthorizationType: 'AWS_IAM' };
  return said({
    AuthorizationType: 'BY_AUTHORIZER',
    AuthorizerId: { Ref: `${api}${String(name)}` },
    AuthorizationScopes: listOf(scopes).length > 0 ? scopes : undefined,
  });
};
