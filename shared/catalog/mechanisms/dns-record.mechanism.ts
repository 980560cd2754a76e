import { call } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { recordId, recordName } from '../edge/record.ts';
import { hostOfUrl } from '../edge/url.ts';
import { zoneIn } from '../edge/zone.ts';

export interface DnsRecord {
  /**
   * `cname`: a record that names the target's host. `address`: one with its address. `network`: the VPC may ask the zone, which the zone itself says.
   * `lookup`: a client asks the zone, and nothing is deployed for it.
   */
  readonly as: 'cname' | 'address' | 'network' | 'lookup';
}

/** What a hosted zone says about things that are no resources of AWS. */
export const dnsRecord = defineMechanism<DnsRecord>({
  id: 'dns-record',
  family: 'edge',
  title: 'Route 53 record',
  explain:
    'The zone answers with another name (a CNAME record), and whoever asked looks that up in turn. The answer is kept for the time to live, so a change takes that long to reach everybody. A CNAME cannot stand for the bare domain, nor beside other records of its name.',
  emit(scope) {
    const { source, target, options } = scope;
    if (options.as === 'address') emitAddress(scope);
    if (options.as !== 'cname') return;
    const { out } = source;
    const zone = zoneIn(source, out);
    const recorded = recordName(scope, zone);
    const host = hostOfUrl(target, 'url');
    if (host === undefined) {
      out.problem(
        `The record in "${source.node.name}" leads to "${target.node.name}", which has no address.`,
      );
      return;
    }
    const seconds = scope.value('ttl') ?? 300;
    out.resource(recordId(scope, out, 'CNAME'), {
      type: 'AWS::Route53::RecordSet',
      properties: {
        HostedZoneId: zone.id,
        Name: recorded,
        Type: 'CNAME',
        TTL: typeof seconds === 'number' ? String(seconds) : seconds,
        ResourceRecords: [host.host],
      },
      cdk: {
        class: 'route53.CnameRecord',
        props: {
          zone: zone.construct(),
          recordName: codeOf(recorded),
          domainName: codeOf(host.host),
          ttl: scope.code('ttl') ?? call('cdk.Duration.minutes', codeOf(5)),
        },
      },
    });
  },
});

/** A private zone answers inside the VPC, where the private address is the one to use. */
const emitAddress = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  const { out } = source;
  const zone = zoneIn(source, out);
  const recorded = recordName(scope, zone);
  const address = target.attribute(
    source.read('zoneType') === 'private' ? 'privateIp' : 'publicIp',
  );
  const seconds = scope.value('ttl') ?? 300;
  out.resource(recordId(scope, out, 'A'), {
    type: 'AWS::Route53::RecordSet',
    properties: {
      HostedZoneId: zone.id,
      Name: recorded,
      Type: 'A',
      TTL: typeof seconds === 'number' ? String(seconds) : seconds,
      ResourceRecords: [address],
    },
    cdk: {
      class: 'route53.ARecord',
      props: {
        zone: zone.construct(),
        recordName: codeOf(recorded),
        target: call('route53.RecordTarget.fromIpAddresses', codeOf(address)),
        ttl: scope.code('ttl') ?? call('cdk.Duration.minutes', codeOf(5)),
      },
    },
  });
};
