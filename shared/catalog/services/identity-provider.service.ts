import { providerArn } from '../cognito/providers.ts';
import { choice, text } from '../property.ts';
import { defineService } from '../service.ts';

const isSaml = (read: (property: string) => unknown): boolean => read('protocol') === 'saml';
const isApple = (read: (property: string) => unknown): boolean => read('protocol') === 'apple';

export const identityProvider = defineService({
  kind: 'identity-provider',
  title: 'Third-party identity provider',
  words:
    'idp saml oidc openid google facebook apple amazon okta auth0 entra github login federation sso actor',
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
      help: 'How it talks: OpenID Connect, SAML, or the sign-in of one of the companies that AWS knows.',
    }),
    providerName: text({
      required: true,
      maxLength: 32,
      pattern: '^[^_\\p{Z}][\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}][^_\\p{Z}]+$',
      help: 'Its name in the user pool, 3 to 32 characters without blanks and underscores. Cognito itself names the well-known companies.',
    }),
    issuerUrl: text({
      pattern: '^https://\\S+$',
      when: (read) => read('protocol') === 'oidc',
      help: 'Where its tokens come from, such as https://login.example.com. Below it is .well-known/openid-configuration.',
    }),
    clientId: text({
      when: (read) => !isSaml(read),
      help: 'The id that the provider gave your application (at Apple the services id). Empty: the export asks for it when it is deployed.',
    }),
    clientSecretName: text({
      when: (read) => !isSaml(read),
      help: 'A secret in Secrets Manager with the field clientSecret (at Apple privateKey). Empty: the export asks for it when it is deployed. It is never written into the design.',
    }),
    teamId: text({ when: isApple, help: 'The id of your team at Apple.' }),
    keyId: text({ when: isApple, help: 'The id of the private key at Apple.' }),
    scopes: text({
      default: 'openid email profile',
      when: (read) => !isSaml(read),
      advanced: true,
      help: 'What the application asks the provider for, with blanks in between. Facebook, Amazon and Apple have names of their own, which count while nothing is set.',
    }),
    metadataUrl: text({
      pattern: '^https://\\S+$',
      when: isSaml,
      help: 'Where the SAML metadata is. Cognito reads it again from time to time.',
    }),
    metadataDocument: text({
      when: isSaml,
      advanced: true,
      help: 'The SAML metadata itself, as XML. IAM wants it instead of an address: for identity pools and roles.',
    }),
  },
  attributes: { arn: providerArn },
  summary: (read) => [read('protocol'), read('providerName')].filter(Boolean).join(' · '),
  explain:
    'Somebody else who knows your users: a company directory, Google, the sign-in of a partner. Users sign in there, with the password they have already, and the architecture believes what the provider says about them. Nothing is deployed for the provider itself; what has to know it gets an entry: a user pool, an identity pool, an API or a role.',
  limits: [
    '300 identity providers in a user pool by default (adjustable).',
    '100 OIDC and 100 SAML providers in an account by default (adjustable).',
  ],
  docs: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation.html',
});
