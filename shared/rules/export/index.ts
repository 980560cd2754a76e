import type { Rule } from '../rule.ts';
import { exportCircularDependency } from './circular-dependency.rule.ts';
import { exportLogicalId } from './logical-id.rule.ts';
import { exportNotExportable } from './not-exportable.rule.ts';
import { exportNotSupportedByTarget } from './not-supported-by-target.rule.ts';
import { exportReservedEnvName } from './reserved-env-name.rule.ts';
import { exportTemplateLimits } from './template-limits.rule.ts';

export const exportRules: readonly Rule[] = [
  exportCircularDependency,
  exportLogicalId,
  exportNotExportable,
  exportNotSupportedByTarget,
  exportReservedEnvName,
  exportTemplateLimits,
];
