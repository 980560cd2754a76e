import type { JsonObject } from '../lib/json.ts';

/*
 * A JSON Schema of IAM's policy documents, for the help of an editor. The rules of the family `iam` say what is wrong.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */

const one = (description: string): JsonObject => ({
  description,
  anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }, { type: 'object' }],
});

const principal = (description: string): JsonObject => ({
  description,
  anyOf: [
    { const: '*' },
    {
      type: 'object',
      properties: {
        AWS: one('Accounts, roles or users, by their ARNs.'),
        Service: one('Services, such as apigateway.amazonaws.com.'),
        Federated: one('Providers of identities.'),
        CanonicalUser: one('Users of Amazon S3.'),
      },
    },
  ],
});

const operators = [
  'ArnLike',
  'ArnEquals',
  'Bool',
  'DateGreaterThan',
  'DateLessThan',
  'IpAddress',
  'NotIpAddress',
  'Null',
  'NumericLessThanEquals',
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
] as const;

/** The schema, as JSON. */
export const policySchema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'IAM policy',
  type: 'object',
  required: ['Version', 'Statement'],
  properties: {
    Version: {
      enum: ['2012-10-17'],
      description: 'The version of the language, not of the policy.',
    },
    Id: { type: 'string', description: 'A name for the policy.' },
    Statement: {
      type: 'array',
      description: 'Each says who may, or may not, do what with what.',
      items: {
        type: 'object',
        required: ['Effect'],
        properties: {
          Sid: { type: 'string', description: 'A name for the statement.' },
          Effect: {
            enum: ['Allow', 'Deny'],
            description: 'Whether it allows or forbids. Deny always wins.',
          },
          Principal: principal('Who; not in policies of roles.'),
          NotPrincipal: principal('Everybody but these.'),
          Action: one('What they may do, such as s3:GetObject.'),
          NotAction: one('Everything but these.'),
          Resource: one('With what, by ARNs.'),
          NotResource: one('With everything but these.'),
          Condition: {
            type: 'object',
            description: 'Only when this holds: an operator, then keys and values.',
            properties: Object.fromEntries(
              operators.map((name) => [
                name,
                { type: 'object', description: `Compares by ${name}.` },
              ]),
            ),
          },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
};
