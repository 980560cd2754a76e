import { kindNotExported } from '../not-exported.ts';
import { text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const cognitoIdentityPool = defineService({
  kind: 'cognito-identity-pool',
  title: 'Cognito identity pool',
  words: 'federated identities guest credentials identity pool auth',
  category: 'identity',
  icon: 'AmazonCognito',
  cloudFormation: ['AWS::Cognito::IdentityPool', 'AWS::Cognito::IdentityPoolRoleAttachment'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    identityPoolName: text({ maxLength: 128, cfn: 'IdentityPoolName' }),
    allowUnauthenticatedIdentities: yesNo({
      default: false,
      required: true,
      cfn: 'AllowUnauthenticatedIdentities',
    }),
    allowClassicFlow: yesNo({ default: false, cfn: 'AllowClassicFlow' }),
    serverSideTokenCheck: yesNo({
      default: true,
      cfn: 'CognitoIdentityProviders.ServerSideTokenCheck',
    }),
    developerProviderName: text({ cfn: 'DeveloperProviderName' }),
    cognitoSync: yesNo({ default: false, help: 'Legacy Cognito Sync is wanted.' }),
  },
  explain: 'Cognito identity pool',
  limits: [],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
