import { helpers, snippets } from './go-snippets.ts';
import { type HandlerWriter, neededHelpers, notes } from './language.ts';
import type { Shape } from './shapes.ts';
import type { Variable } from './variables.ts';

const at = [
  '// at gives what lies at the end of a path of names, or nil.',
  'func at(value any, path ...string) any {',
  '\tfor _, name := range path {',
  '\t\tinside, _ := value.(object)',
  '\t\tvalue = inside[name]',
  '\t}',
  '\treturn value',
  '}',
].join('\n');

const first = [
  'func first(value any) any {',
  '\tif items, ok := value.([]any); ok && len(items) > 0 {',
  '\t\treturn items[0]',
  '\t}',
  '\treturn nil',
  '}',
].join('\n');

const configuration = (variables: readonly Variable[]): readonly string[] =>
  variables.length === 0
    ? []
    : [
        [
          '// config is what the template sets.',
          'var config = map[string]string{',
          ...variables.flatMap(({ name, hint }) => [
            ...(hint === undefined ? [] : [`\t// ${hint.go}`]),
            `\t"${name}": os.Getenv("${name}"),`,
          ]),
          '}',
        ].join('\n'),
      ];

const entry = (shapes: readonly Shape[]): string => {
  const [only] = shapes;
  const body =
    shapes.length <= 1
      ? [`\treturn ${snippets[only?.kind ?? 'input'].name}(event)`]
      : [
          ...shapes
            .filter(({ kind }) => kind !== 'input')
            .flatMap(({ kind }) => [
              `\tif ${snippets[kind].test} {`,
              `\t\treturn ${snippets[kind].name}(event)`,
              '\t}',
            ]),
          shapes.at(-1)?.kind === 'input'
            ? '\treturn handleInput(event)'
            : '\treturn nil, errors.New("an event of unknown form")',
        ];
  return ['func handle(ctx context.Context, event object) (any, error) {', ...body, '}'].join('\n');
};

const packages = [
  'bytes',
  'compress/gzip',
  'encoding/base64',
  'errors',
  'io',
  'log',
  'net/url',
  'os',
];

/** A program for Go, which a custom runtime starts, and what `make` needs to build it. */
export const go: HandlerWriter = ({ shapes, variables, id, architecture }) => {
  const parts = [
    ...configuration(variables),
    'type object = map[string]any',
    'func main() {\n\tlambda.Start(handle)\n}',
    entry(shapes),
    ...shapes.map((shape) => {
      const { name, code } = snippets[shape.kind];
      return `// ${name}: ${notes[shape.kind]}\n${code(shape)}`;
    }),
    ...neededHelpers(snippets, shapes, helpers),
  ];
  if (parts.some((part) => part.includes('first('))) parts.push(first);
  if (parts.some((part) => /\bat\(/.test(part))) parts.push(at);
  const body = parts.join('\n\n');
  const imports = packages.filter((name) =>
    new RegExp(`\\b${name.split('/').at(-1) ?? ''}\\.[A-Z]`).test(body),
  );
  const source = [
    'package main',
    '',
    'import (',
    ...['context', ...imports].sort().map((name) => `\t"${name}"`),
    '',
    '\t"github.com/aws/aws-lambda-go/lambda"',
    ')',
    '',
    body,
    '',
  ].join('\n');
  return new Map([
    ['main.go', source],
    ['go.mod', 'module handler\n\ngo 1.21\n\nrequire github.com/aws/aws-lambda-go v1.47.0\n'],
    ['Makefile', makefile(id, architecture)],
    ['dist/.gitkeep', 'The built code goes here: run make in the folder above.\n'],
  ]);
};

/** `sam build` calls the target with the function's name. https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/building-custom-runtimes.html */
const makefile = (id: string, architecture: string): string =>
  [
    `export GOOS = linux`,
    `export GOARCH = ${architecture === 'x86_64' ? 'amd64' : 'arm64'}`,
    'export CGO_ENABLED = 0',
    '',
    '# Builds the code into dist, which the CDK app deploys.',
    'build:',
    '\tgo mod tidy',
    '\tgo build -tags lambda.norpc -o dist/bootstrap .',
    '',
    '# sam build calls this one.',
    `build-${id}:`,
    '\tgo mod tidy',
    '\tgo build -tags lambda.norpc -o $(ARTIFACTS_DIR)/bootstrap .',
    '',
  ].join('\n');
