import { dataSourceOf, type ResolvedField } from './fields.ts';

const roots = ['Query', 'Mutation', 'Subscription'];

const argumentsOf = (field: ResolvedField): string => {
  const [first] = field.steps;
  const names = first === undefined ? undefined : dataSourceOf(first).keys?.(first);
  if (names === undefined || field.fieldName.startsWith('list')) return '(input: AWSJSON)';
  const keys = names.map((name) => `${name}: ID!`);
  return `(${[...keys, ...(field.typeName === 'Mutation' ? ['data: AWSJSON'] : [])].join(', ')})`;
};

/** A schema that has the drawn fields, for a design that says none: something to begin with. */
export const schemaSkeleton = (fields: readonly ResolvedField[]): string => {
  const types = [...new Set(['Query', ...fields.map(({ typeName }) => typeName)])].sort(
    (a, b) => ((roots.indexOf(a) + 4) % 4) - ((roots.indexOf(b) + 4) % 4),
  );
  const blocks = types.map((type) => {
    const own = fields.filter(({ typeName }) => typeName === type);
    const lines = own.map((field) => `  ${field.fieldName}${argumentsOf(field)}: AWSJSON`);
    return [`type ${type} {`, ...(lines.length > 0 ? lines : ['  version: String']), '}'].join(
      '\n',
    );
  });
  const used = types.filter((type) => roots.includes(type));
  const schema = ['schema {', ...used.map((type) => `  ${type.toLowerCase()}: ${type}`), '}'];
  return `${[schema.join('\n'), ...blocks].join('\n\n')}\n`;
};
