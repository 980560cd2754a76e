import { type Code, call, name } from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import { zoneIn } from '../edge/zone.ts';
import { type Expression, refOf } from '../expression.ts';
import type { NodeScope } from '../service.ts';
import { configurationSetId } from './configuration-set.ts';
import { emitEventDestinations } from './event-destinations.ts';
import { emitReceiving, receives } from './receiving.ts';
import { isAddress } from './sender.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-emailidentity.html */
export const emitIdentity = (scope: NodeScope): void => {
  const { out, id, node } = scope;
  const identity = scope.value('emailIdentity');
  if (identity === undefined || identity === '') {
    out.problem(`The e-mail identity "${node.name}" names no domain or address.`);
    return;
  }
  const set = configurationSetId(scope);
  const tls = scope.read('tlsPolicy') === 'OPTIONAL' ? 'OPTIONAL' : 'REQUIRE';
  out.resource(set, {
    type: 'AWS::SES::ConfigurationSet',
    properties: {
      Name: scope.value('configurationSetName'),
      DeliveryOptions: { TlsPolicy: tls },
    },
    cdk: {
      class: 'ses.ConfigurationSet',
      props: {
        configurationSetName: scope.code('configurationSetName'),
        tlsPolicy: name(`ses.ConfigurationSetTlsPolicy.${tls}`),
      },
    },
  });
  out.resource(id, {
    type: 'AWS::SES::EmailIdentity',
    properties: {
      ...scope.cfnProperties(),
      ConfigurationSetAttributes: { ConfigurationSetName: refOf(set) },
    },
    cdk: scope.l2('ses.EmailIdentity', {
      identity: identityCode(scope, identity),
      configurationSet: constructRef(set),
    }),
  });
  emitRecords(scope, identity);
  emitEventDestinations(scope);
  emitReceiving(scope, identity);
};

const identityCode = (scope: NodeScope, identity: Expression): Code =>
  call(isAddress(scope) ? 'ses.Identity.email' : 'ses.Identity.domain', codeOf(identity));

/**
 * The records that prove whose domain it is, and say who may send for it and where its mails go to. The names come
 * from SES, so the L2 construct of a record, which adds the zone to a name, cannot take them.
 */
const emitRecords = (scope: NodeScope, identity: Expression): void => {
  const { out, id, node } = scope;
  const [link] = scope.links('in', { mechanism: 'dns-validation' });
  if (link === undefined) return;
  if (isAddress(scope)) {
    out.problem(
      `"${node.name}" is one address, which a link in a mail verifies: remove the connection to "${link.source.node.name}", or make it a domain.`,
    );
    return;
  }
  const zone = zoneIn(link.source, out);
  const record = (
    word: string,
    type: string,
    recordName: Expression,
    values: readonly Expression[],
  ): void =>
    out.resource(`${id}${word}`, {
      type: 'AWS::Route53::RecordSet',
      properties: {
        HostedZoneId: zone.id,
        Name: recordName,
        Type: type,
        TTL: '1800',
        ResourceRecords: values,
      },
    });
  for (const number of [1, 2, 3])
    record(`DkimRecord${number}`, 'CNAME', scope.attribute(`dkimName${number}`), [
      scope.attribute(`dkimValue${number}`),
    ]);
  const mailFrom = scope.value('mailFromDomain');
  if (mailFrom !== undefined) {
    record('MailFromMxRecord', 'MX', mailFrom, [`10 feedback-smtp.${scope.region}.amazonses.com`]);
    record('MailFromTxtRecord', 'TXT', mailFrom, ['"v=spf1 include:amazonses.com ~all"']);
  }
  if (receives(scope))
    record('InboundMxRecord', 'MX', identity, [`10 inbound-smtp.${scope.region}.amazonaws.com`]);
};
