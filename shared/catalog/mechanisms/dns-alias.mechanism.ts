import { codeOf } from '../code.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { type AliasOf, aliasCode, aliasTarget } from '../edge/alias-target.ts';
import { recordId, recordName, routing } from '../edge/record.ts';
import { zoneIn } from '../edge/zone.ts';

export interface DnsAlias {
  readonly of: AliasOf;
}

/** The construct for each type of record. */
const constructs = {
  A: 'route53.ARecord',
  AAAA: 'route53.AaaaRecord',
  HTTPS: 'route53.HttpsRecord',
} as const;
type RecordType = keyof typeof constructs;

const typesOf = (scope: ConnectionScope<DnsAlias>): readonly RecordType[] => {
  const types = scope.read('recordTypes');
  const wanted = new Set(Array.isArray(types) ? types : ['A', 'AAAA']);
  return (['A', 'AAAA', 'HTTPS'] as const).filter((type) => wanted.has(type));
};

const evaluatesHealth = ({ definition, read }: ConnectionScope<DnsAlias>): boolean =>
  'evaluateTargetHealth' in definition.properties &&
  // Failover without a health check looks at the health of the target.
  (read('evaluateTargetHealth') === true || read('routingPolicy') === 'failover');

/** A name in a hosted zone that follows a resource of AWS. */
export const dnsAlias = defineMechanism<DnsAlias>({
  id: 'dns-alias',
  family: 'edge',
  title: 'Route 53 alias record',
  explain:
    'Whoever looks the name up gets the addresses that the target has at that moment, IPv4 in the A record and IPv6 in the AAAA record. The record follows the target when AWS moves it, costs nothing to query, and unlike a CNAME it may stand for the bare domain.',
  emit(scope) {
    const target = aliasTarget(scope.options.of, scope);
    if (target === undefined) return;
    const { out } = target;
    const zone = zoneIn(scope.source, out);
    const recorded = recordName(scope, zone);
    const { cfn, cdk } = routing(scope);
    const health = evaluatesHealth(scope);
    for (const type of typesOf(scope)) {
      const id = recordId(scope, out, type);
      out.resource(id, {
        type: 'AWS::Route53::RecordSet',
        properties: {
          HostedZoneId: zone.id,
          Name: recorded,
          Type: type,
          ...cfn,
          AliasTarget: {
            DNSName: target.dnsName,
            HostedZoneId: target.hostedZoneId,
            EvaluateTargetHealth: health ? true : undefined,
          },
        },
        // The L2 record asks its target for EvaluateTargetHealth, which most targets cannot be told.
        ...(health
          ? {}
          : {
              cdk: {
                class: constructs[type],
                props: {
                  zone: zone.construct(),
                  recordName: codeOf(recorded),
                  ...cdk,
                  target: aliasCode(target),
                },
              },
            }),
      });
    }
  },
});
