import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { Property, PropertyType, SpecDatabase } from '@aws-cdk/service-spec-types';
import { isJsonObject, type Json } from '../../lib/json.ts';
import { isIntrinsic } from '../../model/value.ts';
import type { Template, TemplateResource } from './template.ts';

let database: SpecDatabase | undefined;
const spec = (): SpecDatabase => {
  database ??= loadAwsServiceSpecSync();
  return database;
};

/**
 * Properties that AWS documents, mostly for SAM types, and that the specification package does not have yet.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html
 */
const newerProperties: Readonly<Record<string, readonly string[]>> = {
  'AWS::Serverless::Function': [
    'LoggingConfig',
    'SnapStart',
    'RecursiveLoop',
    'RuntimeManagementConfig',
    'PropagateTags',
    'DurableConfig',
    'FunctionUrlConfig',
    'AutoPublishAliasAllProperties',
  ],
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-eventsv2-subscriber-invokeconfiguration.html
  'AWS::EventsV2::Subscriber': ['InvokeConfiguration'],
  'AWS::Serverless::Api': ['FailOnWarnings', 'PropagateTags', 'MergeDefinitions'],
  'AWS::Serverless::HttpApi': ['AccessLogSettings', 'Name', 'PropagateTags'],
  'AWS::Serverless::StateMachine': [
    'AutoPublishAlias',
    'DeploymentPreference',
    'UseAliasAsEventTarget',
    'PropagateTags',
    'RolePath',
  ],
};

/**
 * Where a template names a file beside it, which `sam deploy` uploads and replaces by its place in S3.
 * https://docs.aws.amazon.com/cli/latest/reference/cloudformation/package.html
 */
const uploadedFiles: Readonly<Record<string, string>> = {
  'AWS::StepFunctions::StateMachine': 'DefinitionS3Location',
};

/** Properties that SAM hands to the resource below as they are, and of which its own schema knows a part. */
const passedOn: Readonly<Record<string, { readonly type: string; readonly property: string }>> = {
  'AWS::Serverless::Function': { type: 'AWS::Lambda::Function', property: 'VpcConfig' },
};

/**
 * The same for properties of properties of SAM types, by the specification's name of their type.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-apiauth.html
 */
const newerTypeProperties: Readonly<Record<string, readonly string[]>> = {
  Auth: ['ResourcePolicy'],
  EndpointConfiguration: ['VPCEndpointIds'],
  HttpApiAuth: ['EnableIamAuthorizer'],
};

/**
 * Event properties that AWS documents for SAM event sources; the specification's event types are incomplete, so
 * only the names are checked. https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html
 */
const eventProperties: Readonly<Record<string, readonly string[]>> = {
  Api: [
    'Auth',
    'Method',
    'Path',
    'RequestModel',
    'RequestParameters',
    'RestApiId',
    'TimeoutInMillis',
    'ResponseTransferMode',
  ],
  HttpApi: [
    'ApiId',
    'Auth',
    'Method',
    'Path',
    'PayloadFormatVersion',
    'RouteSettings',
    'TimeoutInMillis',
  ],
  SQS: [
    'BatchSize',
    'Enabled',
    'FilterCriteria',
    'FunctionResponseTypes',
    'KmsKeyArn',
    'MaximumBatchingWindowInSeconds',
    'MetricsConfig',
    'ProvisionedPollerConfig',
    'Queue',
    'ScalingConfig',
  ],
  Kinesis: [
    'BatchSize',
    'BisectBatchOnFunctionError',
    'DestinationConfig',
    'Enabled',
    'FilterCriteria',
    'FunctionResponseTypes',
    'KmsKeyArn',
    'MaximumBatchingWindowInSeconds',
    'MaximumRecordAgeInSeconds',
    'MaximumRetryAttempts',
    'MetricsConfig',
    'ParallelizationFactor',
    'StartingPosition',
    'StartingPositionTimestamp',
    'Stream',
    'TumblingWindowInSeconds',
  ],
  DynamoDB: [
    'BatchSize',
    'BisectBatchOnFunctionError',
    'DestinationConfig',
    'Enabled',
    'FilterCriteria',
    'FunctionResponseTypes',
    'KmsKeyArn',
    'MaximumBatchingWindowInSeconds',
    'MaximumRecordAgeInSeconds',
    'MaximumRetryAttempts',
    'MetricsConfig',
    'ParallelizationFactor',
    'StartingPosition',
    'StartingPositionTimestamp',
    'Stream',
    'TumblingWindowInSeconds',
  ],
  S3: ['Bucket', 'Events', 'Filter'],
  SNS: ['FilterPolicy', 'FilterPolicyScope', 'RedrivePolicy', 'Region', 'SqsSubscription', 'Topic'],
  Cognito: ['Trigger', 'UserPool'],
  CloudWatchLogs: ['FilterPattern', 'LogGroupName'],
  EventBridgeRule: [
    'DeadLetterConfig',
    'EventBusName',
    'Input',
    'InputPath',
    'InputTransformer',
    'Pattern',
    'RetryPolicy',
    'RuleName',
    'State',
    'Target',
  ],
  Schedule: [
    'DeadLetterConfig',
    'Description',
    'Enabled',
    'Input',
    'Name',
    'RetryPolicy',
    'Schedule',
    'State',
  ],
  ScheduleV2: [
    'DeadLetterConfig',
    'Description',
    'EndDate',
    'FlexibleTimeWindow',
    'GroupName',
    'Input',
    'KmsKeyArn',
    'Name',
    'OmitName',
    'PermissionsBoundary',
    'RetryPolicy',
    'RoleArn',
    'ScheduleExpression',
    'ScheduleExpressionTimezone',
    'StartDate',
    'State',
  ],
};

/** What in a template AWS's resource schemas do not know or do not take; none is good. */
export const schemaErrors = (template: Template): readonly string[] => {
  const errors: string[] = [];
  for (const [id, resource] of Object.entries(template.Resources))
    checkResource(id, resource, errors);
  return [...errors, ...danglingReferences(template)];
};

const checkResource = (id: string, resource: TemplateResource, errors: string[]): void => {
  if (resource.Type.startsWith('Custom::')) return;
  const [definition] = spec().lookup('resource', 'cloudFormationType', 'equals', resource.Type);
  if (!definition) {
    errors.push(`${id}: AWS has no type ${resource.Type}`);
    return;
  }
  const newer = newerProperties[resource.Type] ?? [];
  const { Events: events, ...rest } = resource.Properties ?? {};
  const file = uploadedFiles[resource.Type];
  const checked = Object.fromEntries(
    Object.entries(rest).filter(
      ([name, value]) => !newer.includes(name) && !(name === file && typeof value === 'string'),
    ),
  );
  const passed = passedOn[resource.Type];
  const [target] = passed
    ? spec().lookup('resource', 'cloudFormationType', 'equals', passed.type)
    : [];
  const properties = {
    ...definition.properties,
    ...(target && passed && { [passed.property]: target.properties[passed.property] as Property }),
  };
  checkProperties(checked, properties, id, errors, resource.Type.includes('Serverless'));
  if (events !== undefined && resource.Type.startsWith('AWS::Serverless::'))
    checkEvents(id, events, errors);
};

const checkEvents = (id: string, events: Json, errors: string[]): void => {
  if (!isJsonObject(events)) return;
  for (const [name, event] of Object.entries(events)) {
    const { Type: type, Properties: properties } = event as { Type?: string; Properties?: object };
    const known = eventProperties[type ?? ''];
    if (!known) errors.push(`${id}.Events.${name}: unknown event type ${type}`);
    else
      for (const key of Object.keys(properties ?? {}))
        if (!known.includes(key))
          errors.push(`${id}.Events.${name}: ${type} has no property ${key}`);
  }
};

const checkProperties = (
  value: { readonly [key: string]: Json },
  properties: Readonly<Record<string, Property>>,
  path: string,
  errors: string[],
  isSam: boolean,
): void => {
  // SAM's own schema marks some properties as required that `Globals` or `PackageType` make optional.
  for (const [name, definition] of Object.entries(properties))
    if (definition.required === true && !isSam && value[name] === undefined)
      errors.push(`${path}: ${name} is required`);
  for (const [name, item] of Object.entries(value)) {
    const definition = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (!definition) errors.push(`${path}: there is no property ${name}`);
    else {
      const types = [definition.type, ...(definition.previousTypes ?? [])];
      const attempts = types.map((type) => typeErrors(item, type, `${path}.${name}`, isSam));
      if (!attempts.some((attempt) => attempt.length === 0)) errors.push(...(attempts[0] ?? []));
    }
  }
};

const typeErrors = (value: Json, type: PropertyType, path: string, isSam: boolean): string[] => {
  if (isIntrinsic(value)) return [];
  const wrong = (expected: string): string[] => [
    `${path}: ${JSON.stringify(value)?.slice(0, 80)} is not ${expected}`,
  ];
  switch (type.type) {
    case 'string':
    case 'date-time':
      if (typeof value === 'object') return wrong('a text');
      if (
        'allowedValues' in type &&
        type.allowedValues &&
        !type.allowedValues.includes(String(value))
      )
        return wrong(`one of ${type.allowedValues.join(', ')}`);
      return [];
    case 'number':
    case 'integer':
      return typeof value === 'number' ||
        (typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value)))
        ? type.type === 'integer' && !Number.isInteger(Number(value))
          ? wrong('a whole number')
          : []
        : wrong('a number');
    case 'boolean':
      return typeof value === 'boolean' || value === 'true' || value === 'false'
        ? []
        : wrong('true or false');
    case 'json':
    case 'tag':
      return [];
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((item: Json, index) =>
            typeErrors(item, type.element, `${path}[${index}]`, isSam),
          )
        : wrong('a list');
    case 'map':
      return isJsonObject(value)
        ? Object.entries(value).flatMap(([key, item]) =>
            typeErrors(item, type.element, `${path}.${key}`, isSam),
          )
        : wrong('a map');
    case 'ref': {
      if (!isJsonObject(value)) return wrong('an object');
      const definition = spec().get('typeDefinition', type.reference.$ref);
      const newer = isSam ? (newerTypeProperties[definition.name] ?? []) : [];
      const known = Object.entries(value).filter(([name]) => !newer.includes(name));
      const errors: string[] = [];
      checkProperties(Object.fromEntries(known), definition.properties, path, errors, isSam);
      return errors;
    }
    case 'union': {
      const attempts = type.types.map((option) => typeErrors(value, option, path, isSam));
      return attempts.some((attempt) => attempt.length === 0) ? [] : (attempts.at(-1) ?? []);
    }
    default:
      return [];
  }
};

/** References that lead nowhere, and ids that do not exist in `DependsOn`. */
const danglingReferences = (template: Template): readonly string[] => {
  const known = new Set([
    ...Object.keys(template.Resources),
    ...Object.keys(template.Parameters ?? {}),
  ]);
  // Resources that SAM makes: `<Function>Role`, `<Function>.Version`, `<Api>Stage` and the like.
  const generated = (id: string): boolean =>
    [...known].some(
      (base) =>
        id.startsWith(base) &&
        /^(Role|\.Version|\.Alias|Version|Alias.*|Url|Stage|\.Stage|.*Stage|ApiGatewayDefaultStage|.*Deployment)$/.test(
          id.slice(base.length),
        ),
    );
  const errors: string[] = [];
  const need = (id: string, path: string): void => {
    if (!known.has(id) && !id.startsWith('AWS::') && !generated(id))
      errors.push(`${path}: nothing is called ${id}`);
  };
  const visit = (value: Json | undefined, path: string): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item as Json, `${path}[${index}]`);
      return;
    }
    if (!isJsonObject(value)) return;
    for (const [key, item] of Object.entries(value)) {
      if (key === 'Ref' && typeof item === 'string') need(item, path);
      else if (key === 'Fn::GetAtt')
        need(String(Array.isArray(item) ? item[0] : String(item).split('.')[0]), path);
      else if (key === 'Fn::Sub') {
        const [text, variables] = Array.isArray(item) ? item : [item, {}];
        const own = isJsonObject(variables) ? Object.keys(variables) : [];
        for (const match of String(text).matchAll(/\$\{([^!}][^}]*)\}/g)) {
          const name = (match[1] ?? '').split('.')[0] ?? '';
          if (!own.includes(name)) need(name, path);
        }
        visit(variables as Json, path);
      } else visit(item, `${path}.${key}`);
    }
  };
  for (const [id, resource] of Object.entries(template.Resources)) {
    visit(resource.Properties as Json | undefined, id);
    for (const other of [resource.DependsOn ?? []].flat()) need(String(other), `${id}.DependsOn`);
  }
  for (const [id, output] of Object.entries(template.Outputs ?? {})) visit(output, `Outputs.${id}`);
  return errors;
};
