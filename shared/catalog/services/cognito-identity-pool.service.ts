import { codeOf } from '../code.ts';
import { writeIdentityRoles } from '../cognito/identity-roles.ts';
import { identityProvidersOf } from '../cognito/identity-sources.ts';
import { arn, join } from '../expression.ts';
import { refuseUnknown } from '../known.ts';
import { text, yesNo } from '../property.ts';
import { defineService, type NodeScope } from '../service.ts';

const poolArn = (scope: NodeScope) =>
  arn('cognito-identity', join('identitypool/', scope.attribute('id')));

export const cognitoIdentityPool = defineService({
  kind: 'cognito-identity-pool',
  title: 'Cognito identity pool',
  words:
    'federated identities guest credentials temporary sts anonymous access social login identity auth',
  category: 'identity',
  icon: 'AmazonCognito',
  cloudFormation: ['AWS::Cognito::IdentityPool', 'AWS::Cognito::IdentityPoolRoleAttachment'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    identityPoolName: text({
      maxLength: 128,
      pattern: '^[\\w\\s+=,.@-]+$',
      advanced: true,
      help: 'AWS makes a name when this is empty.',
      cfn: 'IdentityPoolName',
    }),
    allowUnauthenticatedIdentities: yesNo({
      default: false,
      required: true,
      help: 'Gives credentials to guests too: to everybody who knows the id of the pool, which every app shows.',
      cfn: 'AllowUnauthenticatedIdentities',
    }),
    serverSideTokenCheck: yesNo({
      default: true,
      advanced: true,
      help: 'Asks the user pool whether the user is still signed in and not disabled before it gives credentials.',
    }),
    allowClassicFlow: yesNo({
      default: false,
      advanced: true,
      help: 'The older way, in which the app itself asks STS for the credentials and chooses the role. It needs more calls and lets apps ask for more.',
      cfn: 'AllowClassicFlow',
    }),
    developerProviderName: text({
      maxLength: 100,
      pattern: '^[\\w._-]+$',
      advanced: true,
      help: 'A name for sign-in of your own, such as login.example.com: a function checks the user and asks the pool for a token. Cannot be changed later.',
      cfn: 'DeveloperProviderName',
    }),
    cognitoSync: yesNo({
      default: false,
      advanced: true,
      help: 'The app keeps settings of users in step with Cognito Sync, which AWS does not recommend any more; only the checks read it.',
    }),
  },
  attributes: {
    id: { cfn: 'Ref', cdk: 'ref' },
    arn: {
      cfn: (scope) => poolArn(scope),
      cdk: (_construct, scope) => codeOf(poolArn(scope)),
    },
  },
  summary: (read) =>
    read('allowUnauthenticatedIdentities') === true ? 'users and guests' : 'signed-in users',
  explain:
    'Exchanges the proof that somebody has signed in for temporary AWS credentials, so that an app can call AWS services itself, without an API in between. All signed-in users get the credentials of one role, guests those of another. The role decides what they may do, and variables in its policies keep each user to rows and files of their own.',
  cost: 'Nothing; the users of a connected user pool are paid there, and what the credentials are used for at its service.',
  limits: [
    '1,000 identity pools in a region by default (adjustable).',
    'Credentials hold for one hour.',
    'One role for signed-in users and one for guests, unless rules choose others.',
  ],
  docs: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html',
  emit(scope) {
    const { out, id } = scope;
    if (refuseUnknown(scope, 'allowUnauthenticatedIdentities')) return;
    // The L2 construct would always add a role for guests, also where there are none.
    out.resource(id, {
      type: 'AWS::Cognito::IdentityPool',
      deletionPolicy: 'Retain',
      properties: { ...scope.cfnProperties(), ...identityProvidersOf(scope) },
    });
    writeIdentityRoles(scope);
    out.output(`${id}Id`, scope.attribute('id'), `Id of ${scope.node.name}, for applications.`);
  },
});
