import { invoke, name, text } from '../../lib/typescript/syntax.ts';
import { constructRef } from '../code.ts';
import type { ConnectionScope } from '../connection.ts';
import { getAtt, refOf } from '../expression.ts';
import { keyPolicy } from '../key-policy.ts';
import { refuseUnknownLink } from '../known.ts';
import type { NodeScope } from '../service.ts';

/** Members of `cognito.UserPoolOperation` for triggers that are a function and nothing else. */
const operations: Readonly<Record<string, string>> = {
  PreSignUp: 'PRE_SIGN_UP',
  PostConfirmation: 'POST_CONFIRMATION',
  PreAuthentication: 'PRE_AUTHENTICATION',
  PostAuthentication: 'POST_AUTHENTICATION',
  PreTokenGeneration: 'PRE_TOKEN_GENERATION',
  CustomMessage: 'CUSTOM_MESSAGE',
  UserMigration: 'USER_MIGRATION',
  DefineAuthChallenge: 'DEFINE_AUTH_CHALLENGE',
  CreateAuthChallenge: 'CREATE_AUTH_CHALLENGE',
  VerifyAuthChallengeResponse: 'VERIFY_AUTH_CHALLENGE_RESPONSE',
};

/** Triggers that get what to send as a secret. */
const senders: Readonly<Record<string, string>> = {
  CustomEmailSender: 'CUSTOM_EMAIL_SENDER',
  CustomSMSSender: 'CUSTOM_SMS_SENDER',
};

const versions: readonly string[] = ['V1_0', 'V2_0', 'V3_0'];

/** The key with which Cognito encrypts codes for functions that send them; one for a pool. */
const senderKey = (pool: NodeScope): string => {
  const { out } = pool;
  // A key that is drawn is written by its arrow.
  const [drawn] = pool.links('out', { mechanism: 'encryption' });
  if (drawn !== undefined) {
    out.props(pool.id, { customSenderKmsKey: drawn.target.construct });
    return drawn.target.id;
  }
  const id = `${pool.id}SenderKey`;
  if (out.has(id)) return id;
  out.resource(id, {
    type: 'AWS::KMS::Key',
    deletionPolicy: 'Retain',
    properties: {
      Description: 'Codes that functions send to users.',
      EnableKeyRotation: true,
      KeyPolicy: keyPolicy(),
    },
    cdk: {
      class: 'kms.Key',
      props: {
        description: text('Codes that functions send to users.'),
        enableKeyRotation: { kind: 'boolean', value: true },
        removalPolicy: name('cdk.RemovalPolicy.RETAIN'),
      },
    },
  });
  out.set(pool.id, 'LambdaConfig.KMSKeyID', getAtt(id, 'Arn'));
  out.props(pool.id, { customSenderKmsKey: constructRef(id) });
  return id;
};

const writeSender = (scope: ConnectionScope, trigger: string, operation: string): void => {
  const { source, target } = scope;
  const { out } = source;
  const key = senderKey(source);
  out.set(source.id, `LambdaConfig.${trigger}`, {
    LambdaArn: target.attribute('arn'),
    LambdaVersion: 'V1_0',
  });
  for (const statement of scope.statements('target-policy'))
    target.out.allowOn(target.node.id, statement, 'sam');
  target.out.allow(
    target.node.id,
    { actions: ['kms:Decrypt'], resources: [getAtt(key, 'Arn')] },
    'sam',
  );
  target.out.environment(target.node.id, 'KEY_ARN', getAtt(key, 'Arn'));
  out.statement(
    invoke(
      source.construct,
      'addTrigger',
      name(`cognito.UserPoolOperation.${operation}`),
      target.construct,
    ),
    invoke(constructRef(key), 'grantDecrypt', target.construct),
  );
};

/** Versions 2 and 3 may change access tokens too; SAM's event knows version 1 only. */
const writeTokenGeneration = (scope: ConnectionScope, version: string): void => {
  const { source, target } = scope;
  source.out.set(source.id, 'LambdaConfig.PreTokenGenerationConfig', {
    LambdaArn: target.attribute('arn'),
    LambdaVersion: version,
  });
  for (const statement of scope.statements('target-policy'))
    target.out.allowOn(target.node.id, statement, 'sam');
  source.out.statement(
    invoke(
      source.construct,
      'addTrigger',
      name('cognito.UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG'),
      target.construct,
      name(`cognito.LambdaVersion.${version}`),
    ),
  );
};

/** A hook that the L2 user pool does not know. */
const writeFederation = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  const config = { LambdaArn: target.attribute('arn'), LambdaVersion: 'V1_0' };
  source.out.set(source.id, 'LambdaConfig.InboundFederation', config);
  source.out.override(source.id, 'LambdaConfig.InboundFederation', config);
  for (const statement of scope.statements('target-policy'))
    target.out.allowOn(target.node.id, statement);
};

/** A user pool calls a function at a step of sign-up or sign-in. */
export const emitUserPoolTrigger = (scope: ConnectionScope): void => {
  const { source, target, connection } = scope;
  if (refuseUnknownLink(scope)) return;
  const trigger = String(scope.read('trigger'));
  const [first] = source
    .links('out', { mechanism: 'trigger' })
    .filter((link) => link.read('trigger') === trigger);
  if (first !== undefined && first.connection.id !== connection.id) {
    source.out.problem(
      `"${source.node.name}" has two functions for the trigger ${trigger}; Cognito calls one.`,
    );
    return;
  }
  if (source.region !== target.region) {
    source.out.problem(
      `"${source.node.name}" and its trigger "${target.node.name}" are in different regions; Cognito calls functions of its own region.`,
    );
    return;
  }
  const version = scope.read('lambdaVersion');
  const sender = senders[trigger];
  const operation = operations[trigger];
  if (sender !== undefined) writeSender(scope, trigger, sender);
  else if (typeof version === 'string' && version !== 'V1_0' && versions.includes(version))
    writeTokenGeneration(scope, version);
  else if (operation === undefined) writeFederation(scope);
  else {
    target.out.event(target.id, trigger, {
      type: 'Cognito',
      properties: { UserPool: refOf(source.id), Trigger: trigger },
    });
    source.out.statement(
      invoke(
        source.construct,
        'addTrigger',
        name(`cognito.UserPoolOperation.${operation}`),
        target.construct,
      ),
    );
  }
};
