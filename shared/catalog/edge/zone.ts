import type { Code } from '../../lib/typescript/syntax.ts';
import { call, object, text, thisExpression } from '../../lib/typescript/syntax.ts';
import type { Blueprint } from '../blueprint.ts';
import { codeOf } from '../code.ts';
import type { Expression } from '../expression.ts';
import type { NodeScope } from '../service.ts';

/** A hosted zone as the resources of one stack refer to it. */
export interface ZoneReference {
  readonly id: Expression;
  readonly name: Expression;
  /** The `route53.IHostedZone`; asking for it brings an existing zone into the stack's code. */
  readonly construct: () => Code;
}

/** True for a zone that is there already and that the export only refers to. */
export const isExistingZone = (zone: NodeScope): boolean => zone.read('importExisting') === true;

/** The zone's domain; a parameter when the design leaves it open. */
export const zoneNameIn = (zone: NodeScope, out: Blueprint): Expression =>
  zone.value('name') ??
  out.parameter(`${zone.id}Name`, {
    description: `Domain of the hosted zone ${zone.node.name}, such as example.com.`,
    example: 'example.com',
  });

/**
 * How a stack refers to a zone. An existing zone belongs to no stack: each stack that needs it looks it up by
 * itself, so that stacks do not wait for each other because of it.
 */
export const zoneIn = (zone: NodeScope, out: Blueprint): ZoneReference => {
  const domain = zoneNameIn(zone, out);
  if (!isExistingZone(zone))
    return { id: zone.attribute('id'), name: domain, construct: () => zone.construct };
  const id =
    zone.value('hostedZoneId') ??
    out.parameter(`${zone.id}HostedZoneId`, {
      type: 'AWS::Route53::HostedZone::Id',
      description: `Id of the hosted zone ${zone.node.name}.`,
      example: 'Z0123456789EXAMPLE',
    });
  const construct = (): Code => {
    if (!out.hasConstruct(zone.id))
      out.construct(zone.id, {
        create: call(
          'route53.HostedZone.fromHostedZoneAttributes',
          thisExpression,
          text(zone.id),
          object({ hostedZoneId: codeOf(id), zoneName: codeOf(domain) }),
        ),
        type: 'route53.IHostedZone',
      });
    return zone.construct;
  };
  return { id, name: domain, construct };
};

/** Lower case and without the dot at the end, as domain names are compared. */
export const bareDomain = (domain: string): string => domain.toLowerCase().replace(/\.$/, '');

/** True when the name is the domain or lies below it. */
export const isWithin = (domainName: string, domain: string): boolean => {
  const [inner, outer] = [bareDomain(domainName), bareDomain(domain)];
  return inner === outer || inner.endsWith(`.${outer}`);
};
