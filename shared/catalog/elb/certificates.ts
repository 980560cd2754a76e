import { array, type Code } from '../../lib/typescript/syntax.ts';
import { askedCertificate, type CertificateReference, certificateIn } from '../edge/certificate.ts';
import type { Expression } from '../expression.ts';
import type { NodeScope } from '../service.ts';
import { listenerId } from './balancer.ts';

/** What a listener shows to clients that connect with TLS. */
export interface ListenerCertificates {
  /** `Certificates` of the listener, which takes one. */
  readonly first: Expression;
  readonly code: Code;
  /** Writes the others, which are resources of their own. */
  readonly writeOthers: () => void;
}

/** The certificates that are connected to a load balancer; the ARN of one is asked for where none is. */
export const listenerCertificates = (scope: NodeScope): ListenerCertificates => {
  const { out, id, node, region } = scope;
  const drawn = scope
    .links('in', { mechanism: 'certificate' })
    .map(({ source }) => certificateIn(source, out));
  const all: readonly CertificateReference[] =
    drawn.length > 0
      ? drawn
      : [
          askedCertificate(out, `${id}Certificate`, {
            name: `${id}CertificateArn`,
            description: `ARN of the certificate of ${node.name} in ${region}.`,
            region,
          }),
        ];
  const [first, ...others] = all;
  return {
    first: [{ CertificateArn: first?.arn ?? '' }],
    code: array(all.map(({ construct }) => construct())),
    writeOthers() {
      if (others.length === 0) return;
      const listener = listenerId(scope);
      others.forEach(({ arn }, index) => {
        out.resource(`${listener}DefaultCertificates${index + 1}`, {
          type: 'AWS::ElasticLoadBalancingV2::ListenerCertificate',
          properties: {
            ListenerArn: scope.attribute('listenerArn'),
            Certificates: [{ CertificateArn: arn }],
          },
          cdk: 'none',
        });
      });
    },
  };
};
