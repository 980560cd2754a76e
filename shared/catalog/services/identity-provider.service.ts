import { kindNotExported } from '../not-exported.ts';
import { choice, text } from '../property.ts';
import { defineService } from '../service.ts';

export const identityProvider = defineService({
  kind: 'identity-provider',
  title: 'Third-party identity provider',
  words: 'idp saml oidc google facebook apple login federation actor',
  category: 'actor',
  icon: 'actor-identity-provider',
  cloudFormation: [
    'AWS::Cognito::UserPoolIdentityProvider',
    'AWS::IAM::OIDCProvider',
    'AWS::IAM::SAMLProvider',
  ],
  placement: { parents: ['canvas'], scope: 'external', vpc: 'none', subnet: 'none' },
  properties: {
    protocol: choice(['oidc', 'saml', 'google', 'facebook', 'amazon', 'apple'], {
      default: 'oidc',
      help: 'CFN values: OIDC, SAML, Google, Facebook, LoginWithAmazon, SignInWithApple.',
      cfn: 'ProviderType',
    }),
    providerName: text({ required: true, maxLength: 32, cfn: 'ProviderName' }),
    issuerUrl: text(
      { when: (read) => read('protocol') === 'oidc' } /* ProviderDetails.oidc_issuer */,
    ),
    metadataUrl: text({
      when: (read) => read('protocol') === 'saml',
      cfn: 'ProviderDetails.MetadataURL',
    }),
    clientId: text({ when: (read) => read('protocol') !== 'saml' } /* ProviderDetails.client_id */),
    clientSecretName: text(
      {
        when: (read) => read('protocol') !== 'saml',
        help: 'Emit a dynamic reference {{resolve:secretsmanager:...}}, never a literal.',
      } /* ProviderDetails.client_secret */,
    ),
    scopes: text(
      {
        default: 'openid email profile',
        when: (read) => read('protocol') !== 'saml',
      } /* ProviderDetails.authorize_scopes */,
    ),
  },
  explain: 'Emits a resource only through its connection to a user pool or an identity pool.',
  limits: [],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
