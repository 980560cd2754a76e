import { type HandlerWriter, namedEntry, neededHelpers, notes } from './language.ts';
import { helpers, snippets } from './python-snippets.ts';
import type { Shape } from './shapes.ts';
import type { Variable } from './variables.ts';

const first = [
  'def first(event):',
  '    """The first record of an event that has records."""',
  '    records = event.get("Records") or [{}]',
  '    return records[0]',
].join('\n');

const imports = (shapes: readonly Shape[], variables: readonly Variable[]): string => {
  const needed = new Set(shapes.flatMap(({ kind }) => snippets[kind].needs ?? []));
  return [
    ...['base64', 'gzip', 'json']
      .filter((name) => needed.has(name))
      .map((name) => `import ${name}`),
    'import logging',
    ...(variables.length > 0 ? ['import os'] : []),
    ...(needed.has('unquote_plus') ? ['from urllib.parse import unquote_plus'] : []),
    '',
    'logger = logging.getLogger()',
    'logger.setLevel(logging.INFO)',
    ...(variables.length > 0
      ? [
          '',
          '# What the template sets. The runtime has boto3.',
          ...variables.flatMap(({ name, screaming, hint }) => [
            ...(hint === undefined ? [] : [`# ${hint.python}`]),
            `${screaming} = os.environ.get("${name}")`,
          ]),
        ]
      : []),
  ].join('\n');
};

/** A function of its own for each form of event, and one that tells them apart. */
const entry = (shapes: readonly Shape[], method: string): string => {
  const [only] = shapes;
  if (shapes.length <= 1)
    return [
      `def ${method}(event, context):`,
      `    return ${snippets[only?.kind ?? 'input'].name}(event)`,
    ].join('\n');
  return [
    `def ${method}(event, context):`,
    ...shapes
      .filter(({ kind }) => kind !== 'input')
      .flatMap(({ kind }) => [
        `    if ${snippets[kind].test}:`,
        `        return ${snippets[kind].name}(event)`,
      ]),
    shapes.at(-1)?.kind === 'input'
      ? '    return handle_input(event)'
      : '    raise ValueError("An event of unknown form")',
  ].join('\n');
};

/** A module for Python. */
export const python: HandlerWriter = ({ shapes, variables, entry: { file, method } }) => {
  const tells =
    shapes.length > 1 && shapes.some(({ kind }) => snippets[kind].test.includes('first('));
  return new Map([
    [
      `${file}.py`,
      namedEntry(
        snippets,
        shapes,
        method,
        (name) =>
          `${[
            imports(shapes, variables),
            ...neededHelpers(snippets, shapes, helpers),
            ...(tells ? [first] : []),
            ...shapes.map((shape) => `# ${notes[shape.kind]}\n${snippets[shape.kind].code(shape)}`),
            entry(shapes, name),
          ].join('\n\n\n')}\n`,
      ),
    ],
    [
      'requirements.txt',
      '# The packages that the code needs, one in a line; boto3 is there already.\n',
    ],
  ]);
};
