import type { Rule } from '../rule.ts';
import { edgeCffCodeLimits } from './cff-code-limits.rule.ts';
import { edgeCffNoIo } from './cff-no-io.rule.ts';
import { edgeCffViewerOnly } from './cff-viewer-only.rule.ts';
import { edgeEventConflict } from './event-conflict.rule.ts';
import { edgeLambdaOriginLimits } from './lambda-origin-limits.rule.ts';
import { edgeLambdaRegionUsEast1 } from './lambda-region-us-east-1.rule.ts';
import { edgeLambdaRuntime } from './lambda-runtime.rule.ts';
import { edgeLambdaUnsupportedFeature } from './lambda-unsupported-feature.rule.ts';
import { edgeLambdaViewerLimits } from './lambda-viewer-limits.rule.ts';
import { edgePreferCloudfrontFunction } from './prefer-cloudfront-function.rule.ts';

export const edgeRules: readonly Rule[] = [
  edgeLambdaRegionUsEast1,
  edgeLambdaRuntime,
  edgeLambdaViewerLimits,
  edgeLambdaOriginLimits,
  edgeLambdaUnsupportedFeature,
  edgeCffViewerOnly,
  edgeCffCodeLimits,
  edgeCffNoIo,
  edgeEventConflict,
  edgePreferCloudfrontFunction,
];
