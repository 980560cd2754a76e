import type { Code } from '../../lib/typescript/syntax.ts';
import type { Expression, ExpressionObject } from '../expression.ts';
import type { LinkScope, NodeScope } from '../service.ts';

/** Where a stream writes its delivery errors. */
export interface FirehoseLogs {
  /** `CloudWatchLoggingOptions` for one of the streams of the log group. */
  options(stream: string): ExpressionObject;
  /** The `loggingConfig` of the CDK. */
  readonly code: Code;
}

/** What changes or sorts records on the way. */
export interface Processors {
  readonly properties: ExpressionObject | undefined;
  readonly code: Code | undefined;
}

/** What a destination is written from. */
export interface FirehoseParts {
  readonly scope: NodeScope;
  readonly destination: LinkScope;
  /** The bucket for failed records, or for all as they came in. */
  readonly backup: LinkScope | undefined;
  readonly role: { readonly arn: Expression; readonly code: Code };
  readonly logs: FirehoseLogs;
  readonly processors: Processors;
}

/** A destination in both exports. */
export interface FirehoseDestination {
  readonly properties: ExpressionObject;
  /** Absent where the CDK has no class for it: the whole stream is an L1 construct then. */
  readonly code?: Code;
}
