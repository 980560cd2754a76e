import { array, call, member, text } from '../../lib/typescript/syntax.ts';
import type { Blueprint } from '../blueprint.ts';
import { codeOf, constructRef } from '../code.ts';
import { type Expression, refOf } from '../expression.ts';
import { refuseUnknown } from '../known.ts';
import type { AttributeDefinition, NodeScope } from '../service.ts';
import type { Federation } from './federation.ts';

/**
 * Companies whose sign-in AWS knows without being told: their name in policies and identity pools, and the claim that
 * says for which app a token is.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
export const loginNames: Readonly<
  Record<string, { readonly host: string; readonly audience: string }>
> = {
  google: { host: 'accounts.google.com', audience: 'accounts.google.com:aud' },
  facebook: { host: 'graph.facebook.com', audience: 'graph.facebook.com:app_id' },
  amazon: { host: 'www.amazon.com', audience: 'www.amazon.com:app_id' },
  apple: { host: 'appleid.apple.com', audience: 'appleid.apple.com:aud' },
};

/** The id that the provider gave the application; a parameter while nobody has said it. */
export const clientIdOf = (provider: NodeScope, out: Blueprint): Expression =>
  provider.value('clientId') ??
  out.parameter(`${provider.id}ClientId`, {
    description: `The id of the application at ${provider.node.name}, given out there.`,
    example: 'app-1',
  });

/** The issuer's address; whoever needs its name in a policy says so. */
export const issuerOf = (provider: NodeScope): string => {
  const url = provider.read('issuerUrl');
  return typeof url === 'string' ? url.replace(/\/+$/, '') : '';
};

const providerId = ({ id }: NodeScope): string => `${id}Provider`;

/** What tokens of the provider may be made out for: the application at identity pools, what each role says. */
const audiencesOf = (provider: NodeScope): readonly Expression[] => {
  const audiences = provider
    .links('out', { mechanism: 'federation' })
    .flatMap((link): readonly Expression[] => {
      const { into } = link.options as Federation;
      if (into === 'identity-pool') return [clientIdOf(provider, provider.out)];
      return into === 'role' ? [link.value('audience') ?? defaultAudience] : [];
    });
  return [...new Map(audiences.map((item) => [JSON.stringify(item), item])).values()];
};

/** What programs ask tokens for that they want to show to AWS. */
export const defaultAudience = 'sts.amazonaws.com';

/** Adds IAM's own record of an OIDC or SAML provider, one for the account. False when it cannot be written. */
export const writeIamProvider = (provider: NodeScope): boolean => {
  const { out, node } = provider;
  const id = providerId(provider);
  if (out.has(id)) return true;
  if (refuseUnknown(provider, 'protocol', 'issuerUrl', 'metadataDocument')) return false;
  if (provider.read('protocol') === 'saml') {
    const metadata = provider.read('metadataDocument');
    if (typeof metadata !== 'string' || metadata === '') {
      out.problem(
        `"${node.name}" has no metadataDocument: IAM wants the SAML metadata itself, not its address.`,
      );
      return false;
    }
    out.resource(id, {
      type: 'AWS::IAM::SAMLProvider',
      properties: { SamlMetadataDocument: metadata },
      cdk: {
        class: 'iam.SamlProvider',
        attributes: { '': 'samlProviderArn' },
        props: { metadataDocument: call('iam.SamlMetadataDocument.fromXml', text(metadata)) },
      },
    });
    return true;
  }
  if (!issuerOf(provider).startsWith('https://')) {
    out.problem(`"${node.name}" has no issuerUrl that begins with https://.`);
    return false;
  }
  const audiences = audiencesOf(provider);
  out.resource(id, {
    type: 'AWS::IAM::OIDCProvider',
    properties: { Url: issuerOf(provider), ClientIdList: [...audiences] },
    cdk: {
      class: 'iam.OidcProviderNative',
      attributes: { '': 'oidcProviderArn' },
      props: { url: text(issuerOf(provider)), clientIds: array(audiences.map(codeOf)) },
    },
  });
  return true;
};

/** The ARN of IAM's record of the provider. */
export const providerArn: AttributeDefinition = {
  cfn: (scope) => refOf(providerId(scope)),
  cdk: (_construct, scope) =>
    member(
      constructRef(providerId(scope)),
      scope.read('protocol') === 'saml' ? 'samlProviderArn' : 'oidcProviderArn',
    ),
};
