import type { Rule } from '../rule.ts';
import { lambdaAsyncNoFailureDestination } from './async-no-failure-destination.rule.ts';
import { lambdaAsyncSettingsRange } from './async-settings-range.rule.ts';
import { lambdaDefaultTimeoutWithIo } from './default-timeout-with-io.rule.ts';
import { lambdaDestinationOnSync } from './destination-on-sync.rule.ts';
import { lambdaEnvNameInvalid } from './env-name-invalid.rule.ts';
import { lambdaEnvSize } from './env-size.rule.ts';
import { lambdaEphemeralStorageRange } from './ephemeral-storage-range.rule.ts';
import { lambdaFailureTargetKind } from './failure-target-kind.rule.ts';
import { lambdaImageRuntimeApi } from './image-runtime-api.rule.ts';
import { lambdaLayersMax } from './layers-max.rule.ts';
import { lambdaMemoryRange } from './memory-range.rule.ts';
import { lambdaOneMapping } from './one-mapping.rule.ts';
import { lambdaPackageSize } from './package-size.rule.ts';
import { lambdaPartialBatchResponse } from './partial-batch-response.rule.ts';
import { lambdaPollerBatchRange } from './poller-batch-range.rule.ts';
import { lambdaRuntimeDeprecated } from './runtime-deprecated.rule.ts';
import { lambdaRuntimeNotAllowed } from './runtime-not-allowed.rule.ts';
import { lambdaSnapstartConflicts } from './snapstart-conflicts.rule.ts';
import { lambdaSnapstartNeedsVersion } from './snapstart-needs-version.rule.ts';
import { lambdaSnapstartRuntime } from './snapstart-runtime.rule.ts';
import { lambdaStreamStartingPosition } from './stream-starting-position.rule.ts';
import { lambdaTimeoutRange } from './timeout-range.rule.ts';
import { lambdaTriggerNotSupported } from './trigger-not-supported.rule.ts';

export const lambdaRules: readonly Rule[] = [
  lambdaMemoryRange,
  lambdaTimeoutRange,
  lambdaDefaultTimeoutWithIo,
  lambdaEphemeralStorageRange,
  lambdaEnvSize,
  lambdaEnvNameInvalid,
  lambdaLayersMax,
  lambdaPackageSize,
  lambdaRuntimeNotAllowed,
  lambdaRuntimeDeprecated,
  lambdaImageRuntimeApi,
  lambdaSnapstartRuntime,
  lambdaSnapstartConflicts,
  lambdaSnapstartNeedsVersion,
  lambdaTriggerNotSupported,
  lambdaAsyncNoFailureDestination,
  lambdaFailureTargetKind,
  lambdaDestinationOnSync,
  lambdaAsyncSettingsRange,
  lambdaStreamStartingPosition,
  lambdaPollerBatchRange,
  lambdaPartialBatchResponse,
  lambdaOneMapping,
];
