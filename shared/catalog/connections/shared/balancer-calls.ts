import { securityRule } from '../../common-properties.ts';
import { isInternetFacing } from '../../elb/balancer.ts';
import { listenerPort } from '../../elb/listener.ts';
import { httpCall } from '../../mechanisms/http-call.mechanism.ts';
import { tcp } from '../../network/security-groups.ts';

/** From a program in the VPC to an application load balancer. */
export const callsBalancer = httpCall({
  variant: 'invoke',
  label: 'calls',
  properties: { securityRule },
  environment: [{ name: 'SERVICE_URL', value: '{target.url}' }],
  explain:
    'The program sends its requests to the name of the load balancer, which spreads them over the targets that are well. An internal load balancer is reached inside the VPC, and its security group lets the program in. One that faces the internet is reached by its public addresses, so the program needs a way to the internet.',
  docs: 'Security groups for your Application Load Balancer',
  options: {
    // Behind public addresses nobody knows the security group of a caller any more.
    traffic: ({ target }) => (isInternetFacing(target) ? undefined : tcp(listenerPort(target))),
  },
});
