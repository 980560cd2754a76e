import type { Expression } from '../expression.ts';
import type { NodeScope } from '../service.ts';

export interface Scalable {
  readonly namespace: 'ecs' | 'dynamodb' | 'rds' | 'elasticache' | 'lambda';
  readonly dimension: string;
  /** `service/cluster/name`, `table/name` and the like. */
  readonly resource: Expression;
  readonly min: Expression;
  readonly max: Expression;
}

/** The dimension as a word for an id: `dynamodb:table:ReadCapacityUnits` → `ReadCapacityUnits`. */
const wordOf = (dimension: string): string => dimension.slice(dimension.lastIndexOf(':') + 1);

const scalableTargetId = ({ id }: NodeScope, dimension: string): string =>
  `${id}${wordOf(dimension)}Target`;

/**
 * Registers what is scaled, once; gives the id. The L2 construct would make a role that nobody needs: Application
 * Auto Scaling has a service-linked one.
 */
export const scalableTarget = (
  scope: NodeScope,
  scalable: Scalable,
  more: { readonly [property: string]: Expression | undefined } = {},
): string => {
  const id = scalableTargetId(scope, scalable.dimension);
  // A drawn scaling says how far; it may come before or after.
  const limits = scope.links('in', { mechanism: 'scaling' })[0]?.source;
  if (!scope.out.has(id))
    scope.out.resource(id, {
      type: 'AWS::ApplicationAutoScaling::ScalableTarget',
      properties: {
        ServiceNamespace: scalable.namespace,
        ScalableDimension: scalable.dimension,
        ResourceId: scalable.resource,
        MinCapacity: limits?.value('minCapacity') ?? scalable.min,
        MaxCapacity: limits?.value('maxCapacity') ?? scalable.max,
        ...more,
      },
    });
  else
    for (const [property, value] of Object.entries(more))
      if (value !== undefined) scope.out.set(id, property, value);
  return id;
};
