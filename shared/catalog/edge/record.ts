import { type Code, invoke, member, name, text } from '../../lib/typescript/syntax.ts';
import { pascalCase } from '../../lib/words.ts';
import type { Blueprint } from '../blueprint.ts';
import { codeOf } from '../code.ts';
import { type Expression, type ExpressionObject, join } from '../expression.ts';
import { memberOf } from '../members.ts';
import type { LinkScope } from '../service.ts';
import { bareDomain, isWithin, type ZoneReference, zoneNameIn } from './zone.ts';

/** The record's name in full, with the dot at its end that keeps Route 53 and the CDK from adding the zone. */
export const recordName = (link: LinkScope, zone: ZoneReference): Expression => {
  const chosen = link.value('recordName');
  if (typeof chosen === 'string') return `${chosen.replace(/\.$/, '')}.`;
  return join(chosen ?? zone.name, '.');
};

/**
 * A logical id that tells records of one zone apart: the part of the name below the zone, and the type. The same
 * name may lead to several targets, so the target is in it too.
 */
export const recordId = (link: LinkScope, out: Blueprint, type: string): string => {
  const chosen = link.read('recordName');
  const zone = zoneNameIn(link.source, out);
  const bare = typeof chosen === 'string' ? bareDomain(chosen) : '';
  const inside = typeof zone === 'string' && isWithin(bare, zone);
  const label = inside ? bare.slice(0, -bareDomain(zone).length) : bare;
  const words = pascalCase(label.replaceAll('*', ' wildcard '));
  const wish = `${link.source.id}${link.target.id}${words}${pascalCase(type)}`;
  let free = wish;
  for (let count = 2; out.has(free); count += 1) free = `${wish}${count}`;
  return free;
};

/** The members of `route53.Continent`. */
const continents = {
  AF: 'AFRICA',
  AN: 'ANTARCTICA',
  AS: 'ASIA',
  EU: 'EUROPE',
  NA: 'NORTH_AMERICA',
  OC: 'OCEANIA',
  SA: 'SOUTH_AMERICA',
} as const;

/** How Route 53 chooses between records of one name, in both exports. */
export const routing = (
  link: LinkScope,
): { readonly cfn: ExpressionObject; readonly cdk: Readonly<Record<string, Code | undefined>> } => {
  const identifier = link.value('setIdentifier') ?? link.target.id;
  const common = { setIdentifier: codeOf(identifier) };
  switch (link.read('routingPolicy')) {
    case 'weighted': {
      const weight = link.value('weight') ?? 100;
      return {
        cfn: { SetIdentifier: identifier, Weight: weight },
        cdk: { ...common, weight: link.code('weight') ?? codeOf(weight) },
      };
    }
    case 'latency':
      return {
        cfn: { SetIdentifier: identifier, Region: link.target.region },
        cdk: { ...common, region: text(link.target.region) },
      };
    case 'failover': {
      const failover = link.read('failover') === 'SECONDARY' ? 'SECONDARY' : 'PRIMARY';
      return {
        cfn: { SetIdentifier: identifier, Failover: failover },
        cdk: { ...common, failover: member(name('route53.Failover'), failover) },
      };
    }
    case 'geolocation':
      return place(link, identifier, common);
    default:
      return { cfn: {}, cdk: {} };
  }
};

const place = (
  link: LinkScope,
  identifier: Expression,
  common: Readonly<Record<string, Code>>,
): ReturnType<typeof routing> => {
  const country = link.value('country');
  const continent = link.read('continent');
  const location = name('route53.GeoLocation');
  if (country !== undefined)
    return {
      cfn: { SetIdentifier: identifier, GeoLocation: { CountryCode: country } },
      cdk: { ...common, geoLocation: invoke(location, 'country', codeOf(country)) },
    };
  if (typeof continent === 'string' && Object.hasOwn(continents, continent))
    return {
      cfn: { SetIdentifier: identifier, GeoLocation: { ContinentCode: continent } },
      cdk: {
        ...common,
        geoLocation: invoke(
          location,
          'continent',
          memberOf('route53.Continent', continents, continent, 'EUROPE'),
        ),
      },
    };
  return {
    cfn: { SetIdentifier: identifier, GeoLocation: { CountryCode: '*' } },
    cdk: { ...common, geoLocation: invoke(location, 'default') },
  };
};
