import { defineMechanism } from '../connection.ts';
import { expressionOf } from '../expression.ts';
import { allowConnection, type Traffic } from '../network/security-groups.ts';

export interface SecurityAttachment {
  /** `attach`: the group stands in front of the node. `rule`: members of one group may connect to members of the other. */
  readonly as: 'attach' | 'rule';
}

/** A security group in front of a node, or a rule between two of them. */
export const securityAttachment = defineMechanism<SecurityAttachment>({
  id: 'security-attachment',
  family: 'network',
  onPath: 'never',
  title: 'Security group',
  explain:
    'A security group that is attached to a node decides who may connect to it, and where it may connect to. Several groups add up: what one of them allows is allowed. An arrow from one group to another lets the members of the first connect to those of the second, without naming an address.',
  /* Attached groups are written by the node's own kind. */
  emit({ options, source, target, read, value }) {
    if (options.as !== 'rule') return;
    const protocol = read('protocol');
    if (typeof protocol !== 'string') {
      source.out.problem(
        `The rule from "${source.node.name}" to "${target.node.name}" needs a protocol that is known when the export is made. Set it to a plain value.`,
      );
      return;
    }
    const port = (property: 'fromPort' | 'toPort') => value(property) ?? expressionOf(443);
    const traffic: Traffic =
      protocol === '-1'
        ? { protocol }
        : protocol === 'icmp'
          ? { protocol, from: -1, to: -1 }
          : { protocol, from: port('fromPort'), to: port('toPort') };
    allowConnection({
      from: source,
      to: target,
      traffic,
      description: `${source.id} to ${target.id}`,
    });
  },
});
