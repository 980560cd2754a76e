import type { ExpressionObject } from '../../expression.ts';
import { metric } from '../../mechanisms/metric.mechanism.ts';
import { choice, type PropertyTable } from '../../property.ts';
import type { LinkScope, NodeScope } from '../../service.ts';

/** The row of a kind whose figures an alarm can watch: the namespace, its most useful metrics, the usual one first. */
export const watchedBy = (
  namespace: string,
  metrics: readonly [string, ...string[]],
  dimensions: (source: NodeScope, link: LinkScope) => ExpressionObject,
  {
    explain,
    enable,
    properties = {},
  }: {
    /** What else the row asks. */
    readonly properties?: PropertyTable;
    readonly explain?: string;
    readonly enable?: (source: NodeScope) => void;
  } = {},
) =>
  metric({
    label: 'is watched by',
    delivery: 'async',
    reversible: true,
    properties: {
      metricName: choice(metrics, {
        default: metrics[0],
        open: true,
        help: `The figure that the alarm looks at; any metric of ${namespace} with these dimensions will do.`,
      }),
      ...properties,
    },
    ...(explain === undefined ? {} : { explain }),
    docs: 'AWS services that publish CloudWatch metrics',
    options: {
      kind: 'service',
      namespace,
      dimensions,
      ...(enable === undefined ? {} : { enable }),
    },
  });

/** One dimension with an attribute of the node. */
export const dimension =
  (name: string, attribute: string) =>
  (source: NodeScope): ExpressionObject => ({ [name]: source.attribute(attribute) });
