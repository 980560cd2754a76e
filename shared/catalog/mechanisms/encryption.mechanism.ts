import { defineMechanism } from '../connection.ts';
import type { Expression, ExpressionObject } from '../expression.ts';
import type { NodeScope } from '../service.ts';

export interface Encryption {
  /** The properties by which the target's resource names the key; none when it takes no key as it is set. */
  readonly properties: (keyArn: Expression, target: NodeScope) => ExpressionObject;
  /** The resource that has them, where it is not the node's primary one. */
  readonly resource?: (target: NodeScope) => string;
  /** The arrow leads from what is encrypted to the key. */
  readonly drawnFrom?: 'encrypted';
}

/** A service encrypts what it keeps with a key of the account. */
export const encryption = defineMechanism<Encryption>({
  id: 'encryption',
  family: 'ops',
  onPath: 'never',
  title: 'KMS encryption',
  explain:
    'The service asks KMS for a data key, encrypts what it stores with it, and keeps the data key encrypted beside the data. To read, it asks KMS to decrypt that data key. So whoever reads needs the right to use the KMS key, too: the key policy gives it to callers of the account that come through this service.',
  emit(scope) {
    const { source, target, options } = scope;
    const [key, encrypted] =
      options.drawnFrom === 'encrypted' ? [target, source] : [source, target];
    const { out } = encrypted;
    const id = options.resource?.(encrypted) ?? encrypted.id;
    const properties = Object.entries(options.properties(key.attribute('arn'), encrypted));
    if (properties.length === 0 || !out.has(id))
      out.problem(
        `"${encrypted.node.name}", as it is set, takes no key of its own: remove the arrow to "${key.node.name}".`,
      );
    else
      for (const [property, value] of properties) {
        if (value === undefined) continue;
        out.set(id, property, value);
        // An L2 construct that knows the key writes grants and key policies of its own choice, some of which make
        // circles. The key policy below is enough for all.
        if (out.hasConstruct(id)) out.override(id, property, value);
      }
    for (const statement of scope.statements('target-role'))
      encrypted.out.allow(encrypted.node.id, statement);
    for (const statement of scope.statements('source-policy'))
      key.out.allowOn(key.node.id, statement);
  },
});
