import { type Code, call, object, text } from '../lib/typescript/syntax.ts';
import { codeOf } from './code.ts';
import type { Expression } from './expression.ts';
import type { NodeScope } from './service.ts';

const words = { apiKey: 'API key', password: 'password', clientSecret: 'OAuth client secret' };

/** A secret value, never written out: only said where it is. */
export interface Credential {
  readonly value: Expression;
  /** A `cdk.SecretValue`. */
  readonly code: Code;
}

/**
 * A credential for an external endpoint: a field of the endpoint's secret, or a parameter that nobody can read back.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html
 */
export const credentialOf = (
  endpoint: NodeScope,
  user: NodeScope,
  field: 'apiKey' | 'password' | 'clientSecret',
): Credential => {
  const secretName = endpoint.read('secretName');
  if (typeof secretName === 'string' && secretName !== '')
    return {
      value: `{{resolve:secretsmanager:${secretName}:SecretString:${field}}}`,
      code: call(
        'cdk.SecretValue.secretsManager',
        text(secretName),
        object({ jsonField: text(field) }),
      ),
    };
  const parameter = user.out.parameter(
    `${endpoint.id}${field.charAt(0).toUpperCase()}${field.slice(1)}`,
    { description: `The ${words[field]} for ${endpoint.node.name}.`, noEcho: true },
  );
  return { value: parameter, code: call('cdk.SecretValue.unsafePlainText', codeOf(parameter)) };
};
