import { defineMechanism } from '../connection.ts';

/** A record in the zone proves to ACM that the domain is ours; the certificate writes it. */
export const dnsValidation = defineMechanism({
  id: 'dns-validation',
  family: 'edge',
  onPath: 'never',
  title: 'DNS validation',
  explain:
    'ACM asks for a record with a random name in the hosted zone: only the owner of the domain can put it there. CloudFormation enters it during the deployment and waits until ACM has seen it. The record stays, so that ACM can renew the certificate every year without anybody.',
});
