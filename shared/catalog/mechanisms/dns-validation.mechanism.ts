import { defineMechanism } from '../connection.ts';

/** A record in the zone proves to AWS that the domain is ours; the certificate or the e-mail identity writes it. */
export const dnsValidation = defineMechanism({
  id: 'dns-validation',
  family: 'edge',
  onPath: 'never',
  title: 'DNS validation',
  explain:
    'AWS asks for records with random names in the hosted zone: only the owner of the domain can put them there. CloudFormation enters them during the deployment. They stay, so that ACM can renew a certificate every year, and SES can sign mails, without anybody.',
});
