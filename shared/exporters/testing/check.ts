import type { Design } from '../../model/design.ts';
import { exportBoth } from './both.ts';
import { differences } from './compare.ts';
import { lint } from './lint.ts';
import { schemaErrors } from './schema-check.ts';
import { synthesize } from './synth.ts';

/** Findings of the linter that are explained, by rule and place. */
const explained: readonly {
  readonly rule: string;
  readonly message: RegExp;
  readonly why: string;
}[] = [
  {
    rule: 'E3687',
    message: /'FromPort', 'ToPort'\] are required properties/,
    why: 'The linter takes a port that a database gives when it is deployed for missing.',
  },
  {
    rule: 'E3676',
    message: /^(HTTPS|TLS) listener requires Certificates$/,
    why: 'The linter sees no certificate that is referred to, only one whose ARN is written out.',
  },
  {
    rule: 'E9006',
    message: /^'\d+(\.\d+)?' is not one of \['(5\.5|10\.|11\.00|11\.5|12)/,
    why: 'RDS takes a major version and picks its newest minor one; the linter lists whole versions.',
  },
  {
    rule: 'E3060',
    message: /^'([\d./]+)' overlaps with '\1'$/,
    why: 'Two VPCs may have the same range; the linter compares the subnets of all VPCs of a template.',
  },
  {
    rule: 'F3002',
    message: /'MaximumMessageSize' was unexpected/,
    why: 'AWS::SNS::Topic has it since 2026; the schemas of the linter are older.',
  },
  {
    rule: 'E1018',
    message: /'Fn::GetStackOutput' is not supported as an argument to 'Fn::Split'/,
    why: 'The CDK itself splits lists that it gets so; the linter is older than the function.',
  },
  {
    rule: 'F1020',
    message: /references non-existent resource '\w+Url'/,
    why: 'SAM makes the resource of a function URL; the linter does not know the name.',
  },
  {
    rule: 'F1018',
    message: /Fn::Sub variable '\$\{\w+Role\.Arn\}' does not reference/,
    why: 'SAM makes the role of a function; the linter does not know the name inside of texts.',
  },
  {
    rule: 'F6101',
    message: /GetAtt '\w+Url\.FunctionUrl' references a resource/,
    why: 'The same in outputs.',
  },
  {
    rule: 'F1020',
    message: /^'\w+\.Stage' is not one of/,
    why: 'SAM replaces the reference to the stage that it makes.',
  },
  {
    rule: 'F1020',
    message: /^'\w+\.Alias' is not one of/,
    why: 'SAM replaces the reference to the alias that it makes.',
  },
  {
    rule: 'F1020',
    message: /^'(\w+)Role' is not one of .*'\1MapPolicy'/,
    why: 'SAM makes the role of a state machine; the linter knows those of functions only.',
  },
  {
    rule: 'F6101',
    message: /Ref '\w+\.Version' does not reference/,
    why: 'SAM replaces the reference to a published version in outputs too; the linter knows it in resources only.',
  },
];

/** All that is wrong with both exports of a design; an empty list is good. Types are checked elsewhere, many apps at once. */
export const exportErrors = (design: Design): readonly string[] => {
  const both = exportBoth(design);
  const problems = [...both.sam.problems, ...both.cdk.problems].map(({ message }) => message);
  if (problems.length > 0) return problems.map((message) => `not exported: ${message}`);
  const synthesized = synthesize(both.cdk.files);
  return [
    ...[...both.templates].flatMap(([region, template]) => [
      ...schemaErrors(template).map((message) => `SAM ${region}: ${message}`),
    ]),
    ...both.sam.files
      .filter(({ path }) => /^template.*\.yaml$/.test(path))
      .flatMap(({ path, text }) => lintErrors(`SAM ${path}`, text)),
    ...[...synthesized].flatMap(([region, template]) =>
      lintErrors(`CDK ${region}`, JSON.stringify(template)),
    ),
    ...differences(both, synthesized),
  ];
};

const lintErrors = (title: string, text: string): readonly string[] =>
  lint(text)
    .filter(({ severity }) => /error|fatal/i.test(severity))
    .filter(
      ({ rule, message }) =>
        !explained.some((item) => item.rule === rule && item.message.test(message)),
    )
    .map(({ rule, message, at }) => `${title}: ${rule} ${at}: ${message}`);
