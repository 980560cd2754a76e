import type { Json, JsonObject } from '../../lib/json.ts';
import { type ComparedWith, comparisons } from './asl-comparisons.ts';
import {
  type AslField,
  type AslFields,
  commonFields,
  errorNames,
  machineFields,
  processorFields,
  scopeFields,
  stateFields,
} from './asl-fields.ts';

/*
 * A JSON Schema of the Amazon States Language, for the help of an editor: what may come next, and what it means. The
 * checks read the same tables and say what is wrong, so this one may be looser than they are.
 */

const ref = (name: string): JsonObject => ({ $ref: `#/definitions/${name}` });

const placeholder: JsonObject = { type: 'string' };

const shapeSchema = (name: string, field: AslField): JsonObject => {
  const { shape, values, min, max, fields, nullable } = field;
  switch (shape) {
    case 'text':
      return values ? { enum: [...values] } : { type: 'string' };
    case 'time':
      return { type: 'string' };
    case 'flag':
      return { type: 'boolean' };
    case 'whole number':
    case 'number':
      return {
        anyOf: [
          {
            type: shape === 'number' ? 'number' : 'integer',
            ...(min !== undefined && { minimum: min }),
            ...(max !== undefined && { maximum: max }),
          },
          placeholder,
        ],
      };
    case 'path':
      return nullable ? { type: ['string', 'null'] } : { type: 'string' };
    case 'payload':
      return {};
    case 'payload object':
    case 'variables':
      return { type: 'object' };
    case 'list':
      return { type: 'array' };
    case 'list of texts':
      return {
        type: 'array',
        items:
          name === 'ErrorEquals'
            ? { anyOf: [{ enum: [...errorNames] }, { type: 'string' }] }
            : { type: 'string' },
      };
    case 'object':
      return objectSchema(fields ?? {});
    case 'objects':
      return { type: 'array', items: objectSchema(fields ?? {}) };
    case 'rules':
      return { type: 'array', items: ref('rule') };
    case 'states':
      return { type: 'object', additionalProperties: ref('state') };
    case 'workflow':
      return ref('processor');
    case 'workflows':
      return { type: 'array', items: ref('branch') };
    default:
      return shape satisfies never;
  }
};

/** What an editor shows of a field. */
const describedAs = ({ help, only }: AslField): string =>
  only === undefined ? help : `${help} (${only})`;

const properties = (fields: AslFields): JsonObject =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]): [string, Json] => [
      name,
      { ...shapeSchema(name, field), description: describedAs(field) },
    ]),
  );

const objectSchema = (fields: AslFields): JsonObject => {
  const required = Object.entries(fields).flatMap(([name, field]) =>
    field.required ? [name] : [],
  );
  return {
    type: 'object',
    properties: properties(fields),
    additionalProperties: false,
    ...(required.length > 0 && { required }),
  };
};

const takes: Readonly<Record<ComparedWith, JsonObject>> = {
  text: { type: 'string' },
  number: { type: 'number' },
  flag: { type: 'boolean' },
  time: { type: 'string' },
  path: { type: 'string' },
};

const comparisonHelp = (name: string, kind: ComparedWith): string =>
  kind === 'path'
    ? `Compares the Variable with what stands at this path, as ${name.slice(0, -4)} does.`
    : `True when the Variable ${name.startsWith('Is') ? 'is so, or is not so' : 'compares so with this value'}.`;

const rule: JsonObject = {
  type: 'object',
  properties: {
    Next: { type: 'string', description: 'The state to go to when the rule fits.' },
    Condition: {
      type: ['string', 'boolean'],
      description: 'An expression such as {% $states.input.total > 100 %}. (JSONata)',
    },
    Variable: { type: 'string', description: 'What is compared, such as $.total. (JSONPath)' },
    And: { type: 'array', items: ref('rule'), description: 'All of these rules fit. (JSONPath)' },
    Or: { type: 'array', items: ref('rule'), description: 'One of these rules fits. (JSONPath)' },
    Not: { ...ref('rule'), description: 'This rule does not fit. (JSONPath)' },
    ...Object.fromEntries(
      [...comparisons].map(([name, kind]): [string, Json] => [
        name,
        { ...takes[kind], description: comparisonHelp(name, kind) },
      ]),
    ),
    Assign: { type: 'object', description: 'Variables that later states can read.' },
    Output: { description: 'What the next state gets. (JSONata)' },
    Comment: { type: 'string', description: 'A remark for people; AWS ignores it.' },
  },
  additionalProperties: false,
};

/** The fields of a state by its type; until that is written, the type comes first. */
const state: JsonObject = {
  type: 'object',
  required: ['Type'],
  properties: properties(commonFields),
  defaultSnippets: [
    {
      label: 'Task',
      description: 'Calls a function or a service.',
      body: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true },
    },
    { label: 'Wait', description: 'Waits.', body: { Type: 'Wait', Seconds: 10, End: true } },
    { label: 'Pass', description: 'Hands its input on.', body: { Type: 'Pass', End: true } },
    { label: 'Succeed', description: 'Ends well.', body: { Type: 'Succeed' } },
    {
      label: 'Fail',
      description: 'Ends with an error.',
      body: { Type: 'Fail', Error: 'Failed', Cause: '' },
    },
  ],
  allOf: Object.entries(stateFields).map(([type, fields]) => ({
    if: { properties: { Type: { const: type } }, required: ['Type'] },
    // biome-ignore lint/suspicious/noThenProperty: it is a word of JSON Schema.
    then: { properties: properties(fields) },
  })),
};

/** The schema, as JSON. */
export const aslSchema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Amazon States Language',
  ...objectSchema(machineFields),
  definitions: {
    state,
    rule,
    branch: objectSchema(scopeFields),
    processor: objectSchema({ ...processorFields, ...scopeFields }),
  },
};
