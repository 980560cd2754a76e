import { compareText } from '../lib/order.ts';
import { exportCdk } from './cdk/cdk.ts';
import type { Export, SourceRange } from './exported.ts';
import type { Plan } from './plan/plan.ts';
import { exportSam } from './sam/sam.ts';

export type { SourceRange } from './exported.ts';
export { ownerAt, rangesOf } from './source-ranges.ts';

/*
 * Which lines of an export came from which node or connection, and back. The writers tell it while they write, so
 * that it cannot differ from what they wrote.
 */

/** An export, and whose its lines are. */
export interface MappedExport extends Export {
  /** By file and line; what stands inside of another comes after it. */
  readonly ranges: readonly SourceRange[];
}

/** Writes the design as SAM or CDK, and tells whose each line is. The files are those of the plain export. */
export const exportWithSources = (plan: Plan, target: 'sam' | 'cdk'): MappedExport => {
  const ranges: SourceRange[] = [];
  const listen = (range: SourceRange): void => {
    if (range.owner !== '') ranges.push(range);
  };
  const { files, problems } = (target === 'sam' ? exportSam : exportCdk)(plan, listen);
  return { files, problems, ranges: ranges.sort(byPlace) };
};

const byPlace = (a: SourceRange, b: SourceRange): number =>
  compareText(a.path, b.path) || a.first - b.first || b.last - a.last;
