import { create, object, text } from '../lib/typescript/syntax.ts';
import type { Blueprint, PolicyStatement } from './blueprint.ts';
import { codeOf } from './code.ts';
import { document, type ExpressionObject } from './expression.ts';
import { policyDocument } from './policy.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const maxNameLength = 128;

export interface ServiceRole {
  /** Who assumes the role, such as `scheduler.amazonaws.com`. */
  readonly service: string;
  /** Conditions of the trust, against confused deputies. */
  readonly conditions?: ExpressionObject;
  /** What the role may do; each policy of a role has a name of its own. */
  readonly policy?: { readonly name: string; readonly statements: readonly PolicyStatement[] };
  /** `none` when an L2 construct of the CDK makes a role of its own. */
  readonly cdk?: 'none';
}

/** Adds a role that an AWS service assumes, or gives the one of this id more rights. */
export const serviceRole = (out: Blueprint, id: string, role: ServiceRole): void => {
  const { service, conditions, policy } = role;
  if (!out.has(id))
    out.resource(id, {
      type: 'AWS::IAM::Role',
      properties: {
        AssumeRolePolicyDocument: document({
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Service: service },
              Action: 'sts:AssumeRole',
              Condition: conditions,
            },
          ],
        }),
      },
      cdk: role.cdk ?? {
        class: 'iam.Role',
        props: {
          assumedBy: create(
            'iam.ServicePrincipal',
            text(service),
            conditions && object({ conditions: codeOf(conditions) }),
          ),
        },
      },
    });
  if (policy !== undefined && policy.statements.length > 0)
    out.append(id, 'Policies', {
      PolicyName: policy.name.slice(0, maxNameLength),
      PolicyDocument: policyDocument(policy.statements),
    });
};
