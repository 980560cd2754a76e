import type { FindingCounts } from '../../../shared/catalog/describe-node.ts';
import type { Findings } from '../../store/engine.ts';

/** How many findings of each severity are at a node or connection. */
export const countFindings = ({ at }: Findings, id: string): FindingCounts => {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of at.get(id) ?? []) counts[severity] += 1;
  return counts;
};
