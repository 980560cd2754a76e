import { isJsonObject, type Json } from '../../lib/json.ts';
import type { TemplateResource } from './template.ts';

type Resources = { readonly [id: string]: TemplateResource };
type Properties = { readonly [key: string]: Json };

/** The S3 API's names, which the CDK's custom resource takes, and CloudFormation's. */
const lists = [
  ['LambdaFunctionConfigurations', 'LambdaFunctionArn', 'LambdaConfigurations', 'Function'],
  ['QueueConfigurations', 'QueueArn', 'QueueConfigurations', 'Queue'],
  ['TopicConfigurations', 'TopicArn', 'TopicConfigurations', 'Topic'],
] as const;

/**
 * The CDK sets notifications of a bucket with a custom resource, because CloudFormation would have the bucket refer
 * to its targets. For the comparison they are put where SAM has them: into the bucket.
 */
export const withNotifications = (resources: Resources): Resources => {
  const result: { [id: string]: TemplateResource } = {};
  const notifications: Properties[] = [];
  for (const [id, resource] of Object.entries(resources))
    if (resource.Type === 'Custom::S3BucketNotifications')
      notifications.push(resource.Properties ?? {});
    else result[id] = resource;
  for (const { BucketName: name, NotificationConfiguration: configuration } of notifications) {
    const id = isJsonObject(name) ? String(name.Ref) : '';
    const bucket = result[id];
    if (bucket && isJsonObject(configuration))
      result[id] = {
        ...bucket,
        Properties: {
          ...bucket.Properties,
          NotificationConfiguration: asCloudFormation(configuration),
        },
      };
  }
  return result;
};

const asCloudFormation = (configuration: Properties): Json => {
  const result: { [key: string]: Json } = {};
  if (configuration.EventBridgeConfiguration !== undefined)
    result.EventBridgeConfiguration = { EventBridgeEnabled: true };
  for (const [from, arn, to, target] of lists) {
    const items = objects(configuration[from]);
    if (items.length > 0)
      result[to] = items.flatMap((item) =>
        [item.Events ?? []].flat().map((event) => ({
          Event: event as Json,
          [target]: item[arn] ?? null,
          ...(item.Filter === undefined ? {} : { Filter: filter(item.Filter) }),
        })),
      );
  }
  return result;
};

const filter = (value: Json): Json => {
  const key = isJsonObject(value) && isJsonObject(value.Key) ? value.Key : {};
  const rules = [...objects(key.FilterRules)];
  return {
    S3Key: {
      Rules: rules.sort((a, b) => String(a.Name).localeCompare(String(b.Name), 'en')),
    },
  };
};

const objects = (value: Json | undefined): readonly Properties[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : [];
