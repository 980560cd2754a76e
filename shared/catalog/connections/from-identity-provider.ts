import { connectionsFrom } from '../connection.ts';
import { federation } from '../mechanisms/federation.mechanism.ts';
import { map, text } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromIdentityProvider = connectionsFrom<Kind>('identity-provider', {
  'cognito-user-pool': federation({
    label: 'federates users into',
    delivery: 'sync',
    properties: {
      attributeMapping: map({
        default: { email: 'email' },
        help: "What the user pool takes over: its own attribute, and the provider's name for it.",
      }),
    },
    explain:
      'The login pages of the user pool offer this provider. Whoever comes back from it gets a user in the pool, with the attributes that are mapped, and tokens of the pool; so APIs know one kind of token only. The login pages are needed for it: give the pool a domain and a callback URL, and the provider the address that ends with /oauth2/idpresponse.',
    docs: 'User pool sign-in with third party identity providers',
    options: { from: 'provider', into: 'user-pool' },
  }),
  'cognito-identity-pool': federation({
    label: 'is trusted by',
    explain:
      'The app shows the token of the provider to the identity pool and gets AWS credentials for it, without a user pool in between. Google, Facebook, Amazon and Apple are known to AWS by name; for any other OIDC or SAML provider the export adds a record to IAM.',
    docs: 'Identity pools third-party identity providers',
    options: { from: 'provider', into: 'identity-pool' },
  }),
  'iam-role': federation({
    label: 'lets its users assume',
    properties: {
      audience: text({
        default: 'sts.amazonaws.com',
        required: true,
        help: 'For whom the tokens have to be made out. Programs such as pipelines use sts.amazonaws.com; for people it is the id of the application.',
      }),
      subject: text({
        help: 'Who at the provider, such as repo:my-company/my-app:*. Empty lets in all its users with a token for this audience.',
      }),
    },
    statements: [
      {
        side: 'target-trust',
        actions: ['sts:AssumeRoleWithWebIdentity'],
        resources: ['{target.arn}'],
        principal: 'identity provider',
        when: ({ source }) => source('protocol') !== 'saml',
        byMechanism: true,
      },
      {
        side: 'target-trust',
        actions: ['sts:AssumeRoleWithSAML'],
        resources: ['{target.arn}'],
        principal: 'identity provider',
        when: ({ source }) => source('protocol') === 'saml',
        byMechanism: true,
      },
    ],
    explain:
      'A user or a program of the provider shows its token to STS and gets temporary credentials of the role. No access key has to be kept anywhere: this is how pipelines outside AWS deploy.',
    docs: 'Identity providers and federation into AWS',
    options: { from: 'provider', into: 'role' },
  }),
});
