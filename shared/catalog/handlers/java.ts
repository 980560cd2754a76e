import { helpers, snippets } from './java-snippets.ts';
import { type HandlerWriter, namedEntry, neededHelpers, notes } from './language.ts';
import type { Shape } from './shapes.ts';
import type { Variable } from './variables.ts';

const at = [
  '    /** What lies at the end of a path of names, or null. */',
  '    private static Object at(Object value, String... path) {',
  '        Object found = value;',
  '        for (String name : path) {',
  '            found = found instanceof Map ? ((Map<?, ?>) found).get(name) : null;',
  '        }',
  '        return found;',
  '    }',
].join('\n');

const first = [
  '    private static Object first(Map<String, Object> event) {',
  '        Object records = event.get("Records");',
  '        return records instanceof List && !((List<?>) records).isEmpty() ? ((List<?>) records).get(0) : null;',
  '    }',
].join('\n');

const constants = (variables: readonly Variable[]): readonly string[] =>
  variables.length === 0
    ? []
    : [
        [
          '    // What the template sets.',
          ...variables.flatMap(({ name, screaming, hint }) => [
            ...(hint === undefined ? [] : [`    // ${hint.java}`]),
            `    private static final String ${screaming} = System.getenv("${name}");`,
          ]),
        ].join('\n'),
      ];

const entry = (shapes: readonly Shape[], method: string): string => {
  const [only] = shapes;
  const call = (kind: Shape['kind']): string => `return ${snippets[kind].name}(event);`;
  const body =
    shapes.length <= 1
      ? [call(only?.kind ?? 'input')]
      : [
          ...shapes
            .filter(({ kind }) => kind !== 'input')
            .flatMap(({ kind }) => [`if (${snippets[kind].test}) {`, `    ${call(kind)}`, '}']),
          shapes.at(-1)?.kind === 'input'
            ? 'return handleInput(event);'
            : 'throw new IllegalArgumentException("An event of unknown form");',
        ];
  return [
    `    public Map<String, Object> ${method}(Map<String, Object> event, Context context) {`,
    ...body.map((line) => `        ${line}`),
    '    }',
  ].join('\n');
};

const importable: readonly (readonly [RegExp, string])[] = [
  [/\bByteArrayInputStream\b/, 'java.io.ByteArrayInputStream'],
  [/\bIOException\b/, 'java.io.IOException'],
  [/\bInputStream\b/, 'java.io.InputStream'],
  [/\bUncheckedIOException\b/, 'java.io.UncheckedIOException'],
  [/\bURLDecoder\b/, 'java.net.URLDecoder'],
  [/\bStandardCharsets\b/, 'java.nio.charset.StandardCharsets'],
  [/\bArrayList\b/, 'java.util.ArrayList'],
  [/\bBase64\b/, 'java.util.Base64'],
  [/\bList\b/, 'java.util.List'],
  [/\bMap\b/, 'java.util.Map'],
  [/\bGZIPInputStream\b/, 'java.util.zip.GZIPInputStream'],
];

/** A class for Java, and what Maven needs to build it. */
export const java: HandlerWriter = ({ shapes, variables, entry: { file, method }, runtime }) => {
  const words = file.split('.');
  const className = words.at(-1) ?? 'Handler';
  const packageName = words.slice(0, -1).join('.');
  const source = namedEntry(snippets, shapes, method, (name) =>
    classSource(packageName, className, shapes, variables, name),
  );
  return new Map([
    [`src/main/java/${words.join('/')}.java`, source],
    ['pom.xml', pom(runtime.replace('java', ''))],
    ['Makefile', makefile],
    ['dist/.gitkeep', 'The built code goes here: run make in the folder above.\n'],
  ]);
};

const classSource = (
  packageName: string,
  className: string,
  shapes: readonly Shape[],
  variables: readonly Variable[],
  method: string,
): string => {
  const parts = [
    ...constants(variables),
    entry(shapes, method),
    ...shapes.map(
      (shape) => `    /** ${notes[shape.kind]} */\n${snippets[shape.kind].code(shape)}`,
    ),
    ...neededHelpers(snippets, shapes, helpers),
  ];
  const usesFirst = parts.some((part) => part.includes('first(event)'));
  if (usesFirst) parts.push(first);
  if (parts.some((part) => /\bat\(/.test(part))) parts.push(at);
  const body = parts.join('\n\n');
  const imports = importable.flatMap(([pattern, name]) =>
    pattern.test(body) ? [`import ${name};`] : [],
  );
  return [
    ...(packageName === '' ? [] : [`package ${packageName};`, '']),
    'import com.amazonaws.services.lambda.runtime.Context;',
    ...imports,
    '',
    `public class ${className} {`,
    body,
    '}',
    '',
  ].join('\n');
};

const makefile = [
  '# Builds the code into dist, which the CDK app deploys.',
  'build:',
  '\tmvn --batch-mode clean package',
  '',
].join('\n');

/** One jar with everything in it, where Lambda looks for jars. */
const pom = (release: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>app</groupId>
  <artifactId>handler</artifactId>
  <version>1.0</version>
  <packaging>jar</packaging>
  <properties>
    <maven.compiler.release>${release}</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
    <dependency>
      <groupId>com.amazonaws</groupId>
      <artifactId>aws-lambda-java-core</artifactId>
      <version>1.2.3</version>
    </dependency>
  </dependencies>
  <build>
    <plugins>
      <plugin>
        <groupId>org.apache.maven.plugins</groupId>
        <artifactId>maven-shade-plugin</artifactId>
        <version>3.6.0</version>
        <executions>
          <execution>
            <phase>package</phase>
            <goals>
              <goal>shade</goal>
            </goals>
            <configuration>
              <outputFile>\${project.basedir}/dist/lib/handler.jar</outputFile>
              <createDependencyReducedPom>false</createDependencyReducedPom>
            </configuration>
          </execution>
        </executions>
      </plugin>
    </plugins>
  </build>
</project>
`;
