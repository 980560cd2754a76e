import { helpers, snippets } from './dotnet-snippets.ts';
import { type HandlerWriter, neededHelpers, notes } from './language.ts';
import type { Shape } from './shapes.ts';
import type { Variable } from './variables.ts';

const first = [
  '    private static JsonNode? First(JsonObject input) =>',
  '        (input["Records"] as JsonArray)?.FirstOrDefault();',
].join('\n');

const settings = (variables: readonly Variable[]): readonly string[] =>
  variables.length === 0
    ? []
    : [
        [
          '/// <summary>What the template sets.</summary>',
          'internal static class TemplateSettings',
          '{',
          ...variables
            .filter(({ pascal }) => pascal !== 'TemplateSettings')
            .flatMap(({ name, pascal, hint }) => [
              ...(hint === undefined ? [] : [`    // ${hint.dotnet}`]),
              `    internal static readonly string? ${pascal} = Environment.GetEnvironmentVariable("${name}");`,
            ]),
          '}',
        ].join('\n'),
      ];

const entry = (shapes: readonly Shape[]): string => {
  const [only] = shapes;
  const call = (kind: Shape['kind']): string => `return ${snippets[kind].name}(input);`;
  const body =
    shapes.length <= 1
      ? [call(only?.kind ?? 'input')]
      : [
          ...shapes
            .filter(({ kind }) => kind !== 'input')
            .map(({ kind }) => `if (${snippets[kind].test}) ${call(kind)}`),
          shapes.at(-1)?.kind === 'input'
            ? 'return HandleInput(input);'
            : 'throw new ArgumentException("An event of unknown form");',
        ];
  return [
    '    public JsonNode? Handle(JsonObject input, ILambdaContext context)',
    '    {',
    ...body.map((line) => `        ${line}`),
    '    }',
  ].join('\n');
};

const usings: readonly (readonly [RegExp, string])[] = [
  [/\bGZipStream\b/, 'System.IO.Compression'],
  [/\bWebUtility\b/, 'System.Net'],
  [/\bEncoding\b/, 'System.Text'],
];

/** A class for .NET, and what the .NET tools need to build it. */
export const dotnet: HandlerWriter = ({ shapes, variables, runtime, architecture }) => {
  const parts = [
    entry(shapes),
    ...shapes.map(
      (shape) =>
        `    /// <summary>${notes[shape.kind]}</summary>\n${snippets[shape.kind].code(shape)}`,
    ),
    ...neededHelpers(snippets, shapes, helpers),
  ];
  if (parts.some((part) => part.includes('First(input)'))) parts.push(first);
  const body = parts.join('\n\n');
  const source = [
    ...usings.flatMap(([pattern, name]) => (pattern.test(body) ? [`using ${name};`] : [])),
    'using System.Text.Json.Nodes;',
    'using Amazon.Lambda.Core;',
    'using Amazon.Lambda.Serialization.SystemTextJson;',
    '',
    '[assembly: LambdaSerializer(typeof(DefaultLambdaJsonSerializer))]',
    '',
    'namespace Handler;',
    '',
    ...settings(variables).flatMap((text) => [text, '']),
    'public class Function',
    '{',
    body,
    '}',
    '',
  ].join('\n');
  return new Map([
    ['Function.cs', source],
    ['Handler.csproj', project(runtime.replace('dotnet', ''))],
    ['Makefile', makefile(architecture)],
    ['dist/.gitkeep', 'The built code goes here: run make in the folder above.\n'],
  ]);
};

const project = (version: string): string => `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net${version}.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
    <GenerateRuntimeConfigurationFiles>true</GenerateRuntimeConfigurationFiles>
    <AWSProjectType>Lambda</AWSProjectType>
    <CopyLocalLockFileAssemblies>true</CopyLocalLockFileAssemblies>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Amazon.Lambda.Core" Version="2.*" />
    <PackageReference Include="Amazon.Lambda.Serialization.SystemTextJson" Version="2.*" />
  </ItemGroup>
</Project>
`;

const makefile = (architecture: string): string =>
  [
    '# Builds the code into dist, which the CDK app deploys.',
    'build:',
    `\tdotnet publish -c Release -r linux-${architecture === 'x86_64' ? 'x64' : 'arm64'} --self-contained false -o dist`,
    '',
  ].join('\n');
