import { isJsonObject, type Json } from '../../lib/json.ts';
import { expandApis } from './sam-api.ts';
import { type Called, calledOf } from './sam-api-parts.ts';
import type { Template, TemplateResource } from './template.ts';

type Properties = { readonly [key: string]: Json };
type Resources = { [id: string]: TemplateResource };

/**
 * What AWS SAM makes of a template, for the part of SAM that we write. It follows the SAM documentation's
 * "generated resources" pages and is used to compare both exports; it is no general translator.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html
 */
export const expandSam = (template: Template): Resources => {
  const resources: Resources = {};
  const globals = template.Globals?.Function ?? {};
  for (const [id, resource] of Object.entries(template.Resources)) {
    if (resource.Type === 'AWS::Serverless::Function')
      Object.assign(resources, expandFunction(id, resource, globals));
    else if (resource.Type === 'AWS::Serverless::StateMachine')
      Object.assign(resources, expandStateMachine(id, resource));
    else if (!/^AWS::Serverless::(Api|HttpApi)$/.test(resource.Type)) resources[id] = resource;
  }
  Object.assign(resources, expandApis(template));
  for (const [id, resource] of Object.entries(template.Resources)) {
    if (resource.Type !== 'AWS::Serverless::Function') continue;
    const called = calledOf(id, resource.Properties?.AutoPublishAlias);
    for (const [name, event] of Object.entries((resource.Properties?.Events ?? {}) as Properties))
      if (isJsonObject(event) && event.Type === 'S3')
        addNotification(resources, id, called, name, event.Properties as Properties);
      else if (isJsonObject(event) && event.Type === 'Cognito')
        addTrigger(resources, id, called, name, event.Properties as Properties);
  }
  return resources;
};

const managed = (name: string): Json => ({
  'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${name}`,
});

const trust = (service: string): Json => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
});

const executionPolicies: Readonly<Record<string, string>> = {
  SQS: 'service-role/AWSLambdaSQSQueueExecutionRole',
  Kinesis: 'service-role/AWSLambdaKinesisExecutionRole',
  DynamoDB: 'service-role/AWSLambdaDynamoDBExecutionRole',
};

const expandFunction = (id: string, resource: TemplateResource, globals: Properties): Resources => {
  const {
    CodeUri,
    ImageUri,
    Policies,
    Events,
    Tracing,
    DeadLetterQueue,
    EventInvokeConfig,
    AutoPublishAlias,
    AutoPublishAliasAllProperties: _publish,
    DeploymentPreference,
    FunctionUrlConfig,
    AssumeRolePolicyDocument,
    ProvisionedConcurrencyConfig,
    ...rest
  } = { ...globals, ...resource.Properties };
  const resources: Resources = {};
  const called = calledOf(id, AutoPublishAlias);
  const events = Object.entries((Events ?? {}) as Properties) as [
    string,
    { Type: string; Properties: Properties },
  ][];
  const deadLetter = isJsonObject(DeadLetterQueue) ? DeadLetterQueue : undefined;
  resources[id] = {
    ...resource,
    Type: 'AWS::Lambda::Function',
    Properties: {
      ...rest,
      Role: rest.Role ?? { 'Fn::GetAtt': [`${id}Role`, 'Arn'] },
      ...(Tracing === undefined ? {} : { TracingConfig: { Mode: Tracing } }),
      ...(deadLetter === undefined
        ? {}
        : { DeadLetterConfig: { TargetArn: deadLetter.TargetArn ?? null } }),
    },
  };
  const inline = [Policies ?? []].flat().filter(isJsonObject) as Properties[];
  const statements = inline.flatMap((policy) =>
    Array.isArray(policy.Statement) ? policy.Statement : [],
  ) as Json[];
  if (deadLetter !== undefined)
    statements.push({
      Effect: 'Allow',
      Action: deadLetter.Type === 'SNS' ? 'sns:Publish' : 'sqs:SendMessage',
      Resource: deadLetter.TargetArn ?? null,
    });
  for (const [, { Properties: properties }] of events)
    statements.push(...batchStatements(properties.DestinationConfig));
  if (isJsonObject(EventInvokeConfig)) {
    const { DestinationConfig, ...settings } = EventInvokeConfig;
    const destinations: { [key: string]: Json } = {};
    for (const key of ['OnSuccess', 'OnFailure']) {
      const destination = isJsonObject(DestinationConfig) ? DestinationConfig[key] : undefined;
      if (!isJsonObject(destination)) continue;
      destinations[key] = { Destination: destination.Destination ?? null };
      const action = destinationActions[String(destination.Type)];
      if (action)
        statements.push({
          Effect: 'Allow',
          Action: [...action],
          Resource:
            destination.Type === 'S3Bucket'
              ? { 'Fn::Sub': ['${Bucket}/*', { Bucket: destination.Destination ?? null }] }
              : (destination.Destination ?? null),
        });
    }
    resources[`${id}EventInvokeConfig`] = {
      Type: 'AWS::Lambda::EventInvokeConfig',
      Properties: {
        FunctionName: { Ref: id },
        Qualifier: AutoPublishAlias ?? '$LATEST',
        ...settings,
        ...(Object.keys(destinations).length > 0 ? { DestinationConfig: destinations } : {}),
      },
    };
  }
  // A role of the user's own is used as it is.
  if (rest.Role === undefined)
    resources[`${id}Role`] = {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: AssumeRolePolicyDocument ?? trust('lambda.amazonaws.com'),
        ManagedPolicyArns: [
          managed('service-role/AWSLambdaBasicExecutionRole'),
          ...(rest.VpcConfig === undefined
            ? []
            : [managed('service-role/AWSLambdaVPCAccessExecutionRole')]),
          ...[
            ...new Set(
              events
                .map(([, { Type }]) => executionPolicies[Type])
                .filter((name) => name !== undefined),
            ),
          ].map(managed),
          ...(Tracing === 'Active' ? [managed('AWSXrayWriteOnlyAccess')] : []),
        ],
        ...(statements.length > 0
          ? {
              Policies: [
                {
                  PolicyName: `${id}Policy`,
                  PolicyDocument: { Version: '2012-10-17', Statement: statements },
                },
              ],
            }
          : {}),
      },
    };
  if (AutoPublishAlias !== undefined) {
    resources[`${id}Version`] = {
      Type: 'AWS::Lambda::Version',
      Properties: { FunctionName: { Ref: id } },
    };
    resources[`${id}Alias`] = {
      Type: 'AWS::Lambda::Alias',
      Properties: {
        FunctionName: { Ref: id },
        FunctionVersion: { 'Fn::GetAtt': [`${id}Version`, 'Version'] },
        Name: AutoPublishAlias,
        ...(ProvisionedConcurrencyConfig === undefined ? {} : { ProvisionedConcurrencyConfig }),
      },
    };
  }
  if (isJsonObject(DeploymentPreference)) {
    resources.ServerlessDeploymentApplication = {
      Type: 'AWS::CodeDeploy::Application',
      Properties: { ComputePlatform: 'Lambda' },
    };
    resources[`${id}DeploymentGroup`] = {
      Type: 'AWS::CodeDeploy::DeploymentGroup',
      Properties: {
        ApplicationName: { Ref: 'ServerlessDeploymentApplication' },
        ServiceRoleArn: DeploymentPreference.Role ?? null,
        DeploymentConfigName: `CodeDeployDefault.Lambda${String(DeploymentPreference.Type)}`,
        DeploymentStyle: {
          DeploymentType: 'BLUE_GREEN',
          DeploymentOption: 'WITH_TRAFFIC_CONTROL',
        },
        AutoRollbackConfiguration: {
          Enabled: true,
          Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST'],
        },
        AlarmConfiguration: {
          Enabled: true,
          Alarms: [DeploymentPreference.Alarms ?? []].flat().map((Name) => ({ Name })),
        },
      },
    };
  }
  if (isJsonObject(FunctionUrlConfig)) {
    resources[`${id}Url`] = {
      Type: 'AWS::Lambda::Url',
      // SAM gives the name of the function, which CloudFormation takes for its ARN.
      Properties: {
        TargetFunctionArn: { 'Fn::GetAtt': [id, 'Arn'] },
        // SAM writes the ARN of the alias, which says the same.
        ...(AutoPublishAlias === undefined ? {} : { Qualifier: AutoPublishAlias }),
        ...FunctionUrlConfig,
      },
    };
    if (FunctionUrlConfig.AuthType === 'NONE') {
      resources[`${id}URLInvokeAllowPublicAccess`] = {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          Action: 'lambda:InvokeFunction',
          FunctionName: called.name,
          Principal: '*',
          InvokedViaFunctionUrl: true,
        },
      };
      resources[`${id}UrlPublicPermissions`] = {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          Action: 'lambda:InvokeFunctionUrl',
          FunctionName: called.name,
          Principal: '*',
          FunctionUrlAuthType: 'NONE',
        },
      };
    }
  }
  for (const [name, event] of events)
    Object.assign(resources, expandEvent(id, called, name, event));
  return resources;
};

/** What SAM lets the function's role do for a destination. */
const destinationActions: Readonly<Record<string, readonly string[]>> = {
  SQS: ['sqs:SendMessage'],
  SNS: ['sns:Publish'],
  Lambda: ['lambda:InvokeFunction'],
  EventBridge: ['events:PutEvents'],
  S3Bucket: ['s3:PutObject'],
};

/** Where a mapping sends discarded batches. `Type` is for SAM alone: by it SAM allows the function's role to send. */
const batchDestination = (config: Json | undefined): Properties | undefined =>
  isJsonObject(config) && isJsonObject(config.OnFailure) ? config.OnFailure : undefined;

const batchStatements = (config: Json | undefined): Json[] => {
  const { Type: type, Destination: destination = null } = batchDestination(config) ?? {};
  const allow = (action: string, resource: Json): Json => ({
    Effect: 'Allow',
    Action: action,
    Resource: resource,
  });
  switch (type) {
    case 'SQS':
      return [allow('sqs:SendMessage', destination)];
    case 'SNS':
      return [allow('sns:Publish', destination)];
    case 'S3':
      return [
        allow('s3:PutObject', { 'Fn::Join': ['/', [destination, '*']] }),
        allow('s3:ListBucket', destination),
      ];
    default:
      return [];
  }
};

const expandEvent = (
  id: string,
  called: Called,
  name: string,
  event: { Type: string; Properties: Properties },
): Resources => {
  const { Properties: properties } = event;
  switch (event.Type) {
    case 'SQS':
    case 'Kinesis':
    case 'DynamoDB': {
      const { Queue, Stream, DestinationConfig, ...settings } = properties;
      const destination = batchDestination(DestinationConfig)?.Destination;
      return {
        [`${id}${name}`]: {
          Type: 'AWS::Lambda::EventSourceMapping',
          Properties: {
            FunctionName: called.name,
            EventSourceArn: Queue ?? Stream ?? null,
            ...settings,
            ...(destination === undefined
              ? {}
              : { DestinationConfig: { OnFailure: { Destination: destination } } }),
          },
        },
      };
    }
    case 'SNS': {
      const { Topic, SqsSubscription, ...settings } = properties;
      return {
        [`${id}${name}`]: {
          Type: 'AWS::SNS::Subscription',
          Properties: {
            TopicArn: Topic ?? null,
            Protocol: 'lambda',
            Endpoint: called.arn,
            ...settings,
          },
        },
        [`${id}${name}Permission`]: permission(called, 'sns.amazonaws.com', Topic ?? null),
      };
    }
    case 'CloudWatchLogs':
      return {
        [`${id}${name}`]: {
          Type: 'AWS::Logs::SubscriptionFilter',
          Properties: {
            DestinationArn: called.arn,
            LogGroupName: properties.LogGroupName ?? null,
            FilterPattern: properties.FilterPattern ?? '',
          },
        },
        [`${id}${name}Permission`]: permission(called, 'logs.amazonaws.com', {
          'Fn::Sub': [
            'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${Group}:*',
            { Group: properties.LogGroupName ?? null },
          ],
        }),
      };
    default:
      // S3 and Cognito change other resources (see `expandSam`); API events become routes (see `routes.ts`).
      return {};
  }
};

const permission = (called: Called, principal: string, source: Json): TemplateResource => ({
  Type: 'AWS::Lambda::Permission',
  Properties: {
    FunctionName: called.name,
    Action: 'lambda:InvokeFunction',
    Principal: principal,
    SourceArn: source,
  },
});

const refOf = (value: Json | undefined): string =>
  isJsonObject(value) ? String(value.Ref ?? '') : '';

const addNotification = (
  resources: Resources,
  id: string,
  called: Called,
  name: string,
  event: Properties,
): void => {
  const bucketId = refOf(event.Bucket);
  const bucket = resources[bucketId];
  if (!bucket) return;
  const configuration = (bucket.Properties?.NotificationConfiguration ?? {}) as Properties;
  const present = (configuration.LambdaConfigurations ?? []) as Json[];
  const added = [event.Events ?? []].flat().map((eventName) => ({
    Event: eventName,
    Function: called.arn,
    ...(event.Filter === undefined ? {} : { Filter: event.Filter }),
  })) as Json[];
  resources[bucketId] = {
    ...bucket,
    Properties: {
      ...bucket.Properties,
      NotificationConfiguration: { ...configuration, LambdaConfigurations: [...present, ...added] },
    },
  };
  resources[`${id}${name}Permission`] = {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      FunctionName: called.name,
      Action: 'lambda:InvokeFunction',
      Principal: 's3.amazonaws.com',
      SourceAccount: { Ref: 'AWS::AccountId' },
    },
  };
};

const addTrigger = (
  resources: Resources,
  id: string,
  called: Called,
  name: string,
  event: Properties,
): void => {
  const poolId = refOf(event.UserPool);
  const pool = resources[poolId];
  if (!pool) return;
  const triggers = [event.Trigger ?? []].flat().map(String);
  const present = (pool.Properties?.LambdaConfig ?? {}) as Properties;
  resources[poolId] = {
    ...pool,
    Properties: {
      ...pool.Properties,
      LambdaConfig: {
        ...present,
        ...Object.fromEntries(triggers.map((trigger) => [trigger, called.arn])),
      },
    },
  };
  resources[`${id}${name}Permission`] = permission(called, 'cognito-idp.amazonaws.com', {
    'Fn::GetAtt': [poolId, 'Arn'],
  });
};

const expandStateMachine = (id: string, resource: TemplateResource): Resources => {
  const {
    Policies,
    Events,
    Definition,
    DefinitionUri,
    Type,
    Logging,
    Tracing,
    Name,
    Role,
    ...rest
  } = resource.Properties ?? {};
  const inline = [Policies ?? []].flat().filter(isJsonObject) as Properties[];
  const statements = inline.flatMap((policy) =>
    Array.isArray(policy.Statement) ? policy.Statement : [],
  ) as Json[];
  return {
    [id]: {
      ...resource,
      Type: 'AWS::StepFunctions::StateMachine',
      Properties: {
        ...rest,
        ...(Name === undefined ? {} : { StateMachineName: Name }),
        ...(Type === undefined ? {} : { StateMachineType: Type }),
        ...(Logging === undefined ? {} : { LoggingConfiguration: Logging }),
        ...(Tracing === undefined ? {} : { TracingConfiguration: Tracing }),
        RoleArn: Role ?? { 'Fn::GetAtt': [`${id}Role`, 'Arn'] },
        ...(Definition === undefined ? {} : { Definition }),
      },
    },
    ...(Role !== undefined
      ? {}
      : {
          [`${id}Role`]: {
            Type: 'AWS::IAM::Role',
            Properties: {
              AssumeRolePolicyDocument: trust('states.amazonaws.com'),
              ...(isJsonObject(Tracing) && Tracing.Enabled === true
                ? { ManagedPolicyArns: [managed('AWSXrayWriteOnlyAccess')] }
                : {}),
              ...(statements.length > 0
                ? {
                    Policies: [
                      {
                        PolicyName: `${id}Policy`,
                        PolicyDocument: { Version: '2012-10-17', Statement: statements },
                      },
                    ],
                  }
                : {}),
            },
          },
        }),
  };
};
