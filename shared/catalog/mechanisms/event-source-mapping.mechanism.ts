import { type Code, create, invoke, object } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import type { ExpressionObject } from '../expression.ts';

export interface EventSourceMapping {
  /** The SAM event type. */
  readonly samType: 'SQS' | 'Kinesis' | 'DynamoDB';
  /** Where SAM wants the source's ARN. */
  readonly samSource: 'Queue' | 'Stream';
  /** The attribute of the source that is polled. */
  readonly polled: string;
  /** The CDK event source class. */
  readonly cdk: string;
}

/** The settings both exports need beyond the table's own mappings. */
const settings = (scope: ConnectionScope<EventSourceMapping>) => {
  const filters = scope.read('filters');
  const patterns = Array.isArray(filters) ? filters : [];
  const reports = scope.read('reportBatchItemFailures') === true;
  const sam: ExpressionObject = {
    ...(patterns.length > 0
      ? {
          FilterCriteria: {
            Filters: patterns.map((Pattern) => ({ Pattern: patternText(Pattern) })),
          },
        }
      : {}),
    ...(reports ? { FunctionResponseTypes: ['ReportBatchItemFailures'] } : {}),
  };
  const cdk: Record<string, Code | undefined> = {
    filters:
      patterns.length > 0
        ? codeOf(patterns.map((pattern) => ({ pattern: patternText(pattern) })))
        : undefined,
    reportBatchItemFailures: reports ? { kind: 'boolean', value: true } : undefined,
  };
  return { sam, cdk };
};

const patternText = (pattern: unknown): string =>
  typeof pattern === 'string' ? pattern : JSON.stringify(pattern);

/** Lambda polls the source and invokes the function with a batch. */
export const eventSourceMapping = defineMechanism<EventSourceMapping>({
  id: 'event-source-mapping',
  family: 'trigger',
  title: 'Event source mapping',
  explain:
    'Lambda itself polls the queue or stream, collects records into a batch and invokes the function with it. The function is never called by the source, so its own role needs the right to read. When the function fails, the batch comes again.',
  /* SAM and the L2 event source give the function's role the right to read; see the row's statements. */
  emit(scope) {
    const { source, target, options } = scope;
    const { sam, cdk } = settings(scope);
    target.out.event(target.id, source.id, {
      type: options.samType,
      properties: {
        [options.samSource]: source.attribute(options.polled),
        ...scope.cfnProperties(),
        ...sam,
      },
    });
    target.out.statement(
      invoke(
        target.construct,
        'addEventSource',
        create(options.cdk, source.construct, object({ ...scope.cdkProps(), ...cdk })),
      ),
    );
  },
});
