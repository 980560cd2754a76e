import { object } from '../../lib/typescript/syntax.ts';
import { isCollection } from '../analytics/search.ts';
import { codeOf } from '../code.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { loginDomainId } from '../edge/alias-target.ts';
import { certificateIn } from '../edge/certificate.ts';

export interface CertificateUse {
  /**
   * Who writes it: the target itself, or this connection adds the custom domain of a pool's login pages. A search
   * domain writes it too, but a serverless collection cannot.
   */
  readonly by: 'target' | 'login-domain' | 'search-domain';
}

const addLoginDomain = (scope: ConnectionScope<CertificateUse>): void => {
  const { source, target } = scope;
  const { out } = target;
  const id = loginDomainId(target);
  if (out.has(id)) {
    out.problem(`"${target.node.name}" has two certificates; a user pool has one custom domain.`);
    return;
  }
  const { arn, construct } = certificateIn(source, out);
  const domain =
    scope.value('domainName') ??
    source.value('domainName') ??
    out.parameter(`${id}Name`, {
      description: `Domain of the login pages of ${target.node.name}, such as login.example.com.`,
      example: 'login.example.com',
    });
  out.resource(id, {
    type: 'AWS::Cognito::UserPoolDomain',
    properties: {
      UserPoolId: target.attribute('id'),
      Domain: domain,
      CustomDomainConfig: { CertificateArn: arn },
    },
    cdk: {
      class: 'cognito.UserPoolDomain',
      props: {
        userPool: target.construct,
        customDomain: object({ domainName: codeOf(domain), certificate: construct() }),
      },
    },
  });
  out.output(`${id}Name`, domain, `Address of the login pages of ${target.node.name}.`);
};

/** The certificate that a public name shows to browsers. */
export const certificate = defineMechanism<CertificateUse>({
  id: 'certificate',
  family: 'edge',
  onPath: 'never',
  title: 'TLS certificate',
  explain:
    'Browsers only talk to a name over https when whoever answers shows a certificate for exactly that name. The service fetches it from ACM by its ARN and renews it without a break. Services with edge locations all over the world read certificates from us-east-1, the others from their own region.',
  emit(scope) {
    const { options, source, target } = scope;
    if (options.by === 'login-domain') addLoginDomain(scope);
    if (options.by === 'search-domain' && isCollection(target))
      target.out.problem(
        `"${target.node.name}" is a serverless collection, which cannot show the certificate "${source.node.name}". Make it a domain.`,
      );
  },
});
