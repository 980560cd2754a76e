import { defineMechanism } from '../connection.ts';
import type { Expression, ExpressionObject } from '../expression.ts';
import type { NodeScope } from '../service.ts';

export interface Encryption {
  /** The properties by which the target's resource names the key; none when it takes no key as it is set. */
  readonly properties: (keyArn: Expression, target: NodeScope) => ExpressionObject;
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
    const { out, id } = target;
    const properties = Object.entries(options.properties(source.attribute('arn'), target));
    if (properties.length === 0)
      out.problem(
        `"${target.node.name}", as it is set, takes no key of its own: remove the arrow from "${source.node.name}".`,
      );
    for (const [property, value] of properties) {
      if (value === undefined) continue;
      out.set(id, property, value);
      // An L2 construct that knows the key writes grants and key policies of its own choice, some of which make
      // circles. The key policy below is enough for all.
      if (out.hasConstruct(id)) out.override(id, property, value);
    }
    for (const statement of scope.statements('source-policy'))
      source.out.allowOn(source.node.id, statement);
  },
});
