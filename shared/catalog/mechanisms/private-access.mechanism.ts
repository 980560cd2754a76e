import { type LinkedTarget, openVpcLink } from '../api/vpc-link.ts';
import { defineMechanism } from '../connection.ts';
import { allowConnection, tcp } from '../network/security-groups.ts';

export interface EndpointAccess {
  /** `endpoint`: who calls the endpoint. `service`: what is reached through it; the endpoint writes that itself. */
  readonly to: 'endpoint' | 'service';
}

/** A VPC endpoint in front of an AWS service, or a VPC link in front of something of one's own. */
export type PrivateAccess = EndpointAccess | LinkedTarget;

/** Calls of an AWS service through an endpoint in the VPC. */
export const privateAccess = defineMechanism<PrivateAccess>({
  id: 'private-access',
  family: 'network',
  title: 'Private access through an endpoint',
  explain:
    "The endpoint gives an AWS service an address inside the VPC. The caller's code does not change: with private DNS the service's usual name leads to the endpoint, and a gateway endpoint is taken by the route table. The endpoint's policy and the service's own permissions must both allow the call.",
  emit(scope) {
    const { options, source, target } = scope;
    if (options.to === 'load-balancer' || options.to === 'container') {
      openVpcLink(scope);
      return;
    }
    if (options.to !== 'endpoint' || target.read('vpcEndpointType') === 'Gateway') return;
    allowConnection({
      from: source,
      to: target,
      traffic: tcp(443),
      description: `${source.id} to ${target.id}`,
    });
  },
});
