import { CelEngine } from '@aws/cloudformation-validate';

/** One finding of AWS's offline linter. */
export interface LintFinding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly at: string;
}

let engine: InstanceType<typeof CelEngine> | undefined;

/** Advice about style that says nothing about whether AWS takes the template. */
const noise: ReadonlySet<string> = new Set(['I1022', 'I3011', 'I3013', 'I4010', 'I9001', 'I9040']);

/**
 * Types that AWS documents and the linter does not have yet. The check against the specification (`schema-check.ts`),
 * the compiler and the CDK still look at them.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-custom-bus-cloudformation.html
 */
const newerType = /^Unknown resource type 'AWS::EventsV2::(EventBus|Subscriber)'$/;

/** Runs AWS's offline linter over the text of a template. */
export const lint = (text: string, name = 'template.yaml'): readonly LintFinding[] => {
  engine ??= new CelEngine({});
  const bytes = new TextEncoder().encode(text);
  const report = engine.validateStandard({ path: name, readBytes: () => bytes });
  return report.diagnostics
    .filter(({ ruleId, message }) => !noise.has(ruleId) && !newerType.test(message))
    .map((diagnostic) => ({
      rule: diagnostic.ruleId,
      severity: String(diagnostic.severity),
      message: diagnostic.message,
      at: [diagnostic.entity?.logicalId, diagnostic.propertyPath].filter(Boolean).join('.'),
    }));
};
