import type { LinkScope, NodeScope } from '../service.ts';
import type { DataSource } from './data-source.ts';

/** A field of the schema and the arrows that give it its value; several are a pipeline, in this order. */
export interface ResolvedField {
  readonly typeName: string;
  readonly fieldName: string;
  readonly steps: readonly LinkScope[];
}

/** What GraphQL takes for a name. https://spec.graphql.org/October2021/#Name */
const graphqlName = /^[_A-Za-z][_0-9A-Za-z]*$/;

const isGraphqlName = (text: unknown): text is string =>
  typeof text === 'string' && text.length <= 64 && graphqlName.test(text);

/** What the row of a data source says. */
export const dataSourceOf = (link: LinkScope): DataSource => link.options as DataSource;

/** The fields that have resolvers, in the order of their first arrows. */
export const resolvedFields = (api: NodeScope): readonly ResolvedField[] => {
  const fields = new Map<string, { typeName: string; fieldName: string; steps: LinkScope[] }>();
  for (const link of api.links('out', { mechanism: 'data-source' })) {
    const typeName = link.read('typeName');
    const fieldName = link.read('fieldName');
    if (!isGraphqlName(typeName) || !isGraphqlName(fieldName)) {
      api.out.problem(
        `The arrow from "${api.node.name}" to "${link.target.node.name}" names no field: set typeName (such as Query) and fieldName.`,
      );
      continue;
    }
    const key = `${typeName}.${fieldName}`;
    const field = fields.get(key) ?? { typeName, fieldName, steps: [] };
    field.steps.push(link);
    fields.set(key, field);
  }
  const step = (link: LinkScope): number => Number(link.read('step') ?? 1);
  return [...fields.values()].map((field) => ({
    ...field,
    steps: [...field.steps].sort((a, b) => step(a) - step(b)),
  }));
};
