import { type Code, member } from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import { type Expression, join, pseudo } from '../expression.ts';
import type { LinkScope } from '../service.ts';
import { physicalName } from './physical-name.ts';

/** An OAC name has at most 64 characters. */
const maxNameLength = 64;

/**
 * How CloudFront shows an origin that it is CloudFront: `l2` where the construct of the origin sees to it, `explicit`
 * where it cannot, because the other end is in another stack (each stack would wait for the other) or because the
 * user writes the permissions.
 */
export const accessIs = (link: LinkScope): 'l2' | 'explicit' =>
  link.source.region === link.target.region &&
  link.read('permissions') === 'generated' &&
  // The construct lets in callers of the function itself only.
  link.target.service?.called?.(link.target) === undefined
    ? 'l2'
    : 'explicit';

/** Which distributions a policy in the target's stack lets in: this one, or from another stack any of the account. */
export const distributionArn = (link: LinkScope): Expression =>
  join(
    'arn:',
    pseudo('Partition'),
    ':cloudfront::',
    pseudo('AccountId'),
    ':distribution/',
    link.source.region === link.target.region ? link.source.attribute('id') : '*',
  );

/** Adds the origin access control. */
export const accessControl = (link: LinkScope, type: 's3' | 'lambda'): string => {
  const { out } = link.source;
  const id = link.resourceId('AccessControl');
  out.resource(id, {
    type: 'AWS::CloudFront::OriginAccessControl',
    properties: {
      OriginAccessControlConfig: {
        Name: physicalName(id, maxNameLength),
        OriginAccessControlOriginType: type,
        SigningBehavior: 'always',
        SigningProtocol: 'sigv4',
      },
    },
    cdk:
      accessIs(link) === 'l2'
        ? 'none'
        : {
            class:
              type === 's3'
                ? 'cloudfront.S3OriginAccessControl'
                : 'cloudfront.FunctionUrlOriginAccessControl',
          },
  });
  return id;
};

/** What an origin names the access control by. */
export const accessControlCode = (id: string): Code =>
  member(constructRef(id), 'originAccessControlId');

/** The origin access identity (the older way) of a distribution for a bucket. */
export const identityId = ({ source, target }: LinkScope): string =>
  `${source.id}${target.id}AccessIdentity`;

/** Adds it; behaviours with the same bucket share it. */
export const addIdentity = (link: LinkScope): string => {
  const id = identityId(link);
  const { out } = link.source;
  if (!out.has(id))
    out.resource(id, {
      type: 'AWS::CloudFront::CloudFrontOriginAccessIdentity',
      properties: {
        CloudFrontOriginAccessIdentityConfig: { Comment: `Identity for ${link.target.id}` },
      },
      cdk: {
        class: 'cloudfront.OriginAccessIdentity',
        props: { comment: codeOf(`Identity for ${link.target.id}`) },
      },
    });
  return id;
};
