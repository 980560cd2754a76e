import type { PropertyDefinition, PropertyTable } from '../../catalog/property.ts';
import { formWords, hasForm } from '../../catalog/property-form.ts';
import { fitsProperty, wantedBy } from '../../catalog/property-value.ts';
import type { Graph, Subject } from '../../graph/graph.ts';
import type { Json } from '../../lib/json.ts';
import { describeValue, quote, shorten } from '../../lib/problem.ts';
import { setProperty, unsetProperty } from '../../model/edits/index.ts';
import { isIntrinsic } from '../../model/value.ts';
import { physicalNames } from '../naming/physical-name.ts';
import type { Fix } from '../rule.ts';
import { closest } from './closest.ts';

/** A property that is required and has no value. */
export const missingProperties = (
  subject: Subject,
  graph: Graph,
  table: PropertyTable,
): readonly { readonly property: string; readonly fixes: readonly Fix[] }[] =>
  Object.entries(table).flatMap(([property, definition]) => {
    if (definition.required !== true) return [];
    // The graph gives no value while the property's condition does not hold: then it is not required either.
    if (definition.when !== undefined && definition.default !== undefined) return [];
    if (!conditionHolds(subject, graph, table, definition)) return [];
    const value = graph.value(subject, property);
    if (value !== undefined && value !== null && value !== '' && !isEmptyList(value)) return [];
    return [
      {
        property,
        fixes:
          definition.default === undefined
            ? []
            : [
                {
                  title: `Set ${property} to ${JSON.stringify(definition.default)}`,
                  edit: setProperty(subject.id, property, definition.default),
                },
              ],
      },
    ];
  });

const isEmptyList = (value: Json): boolean => Array.isArray(value) && value.length === 0;

const conditionHolds = (
  subject: Subject,
  graph: Graph,
  table: PropertyTable,
  definition: PropertyDefinition,
): boolean =>
  definition.when?.((property) =>
    Object.hasOwn(table, property) ? graph.value(subject, property) : undefined,
  ) ?? true;

/** Properties (`kind.name`) whose values a rule of their own looks at, and says more about. */
export const leftToOthers: ReadonlySet<string> = new Set([
  'lambda.runtime',
  'lambda-edge.runtime',
  'lambda-edge.eventType',
  'cloudfront-function.eventType',
  'cloudfront-function--cloudfront.eventType',
  'lambda-edge--cloudfront.eventType',
  'rest-api.endpointType',
  'rds-instance.engine',
]);

/** Properties (`kind.name`) whose form a rule of their own looks at, and says more about. */
const formsLeftToOthers: ReadonlySet<string> = new Set([
  ...Object.entries(physicalNames).map(([kind, { property }]) => `${kind}.${property}`),
  's3-bucket.bucketName',
  'schedule.scheduleExpression',
  'event-rule.scheduleExpression',
]);

interface FormCheck {
  readonly property: string;
  /** What the text is to be, or each text of the list. */
  readonly definition: PropertyDefinition;
}

const formChecks = new WeakMap<PropertyTable, readonly FormCheck[]>();

/** The properties of a table whose texts have a form. */
const formChecksOf = (kindOrType: string, table: PropertyTable): readonly FormCheck[] => {
  const present = formChecks.get(table);
  if (present) return present;
  const made = Object.entries(table).flatMap(([property, own]): FormCheck[] => {
    const definition = own.type === 'list' ? (own.items ?? own) : own;
    const { type, pattern } = definition;
    return pattern === undefined ||
      type !== 'string' ||
      formsLeftToOthers.has(`${kindOrType}.${property}`)
      ? []
      : [{ property, definition }];
  });
  formChecks.set(table, made);
  return made;
};

/** A text that has not the form that AWS takes. */
export interface FormProblem {
  readonly property: string;
  readonly actual: string;
  readonly form: string;
  /** Which entry of a list it is. */
  readonly path?: readonly number[];
}

/** Texts of another form than their properties have; what is known at deployment only is left out. */
export const wrongForms = (
  subject: Subject,
  kindOrType: string,
  graph: Graph,
  table: PropertyTable,
): readonly FormProblem[] =>
  formChecksOf(kindOrType, table).flatMap(({ property, definition }): FormProblem[] => {
    if (!Object.hasOwn(subject.properties, property)) return [];
    const value = graph.value(subject, property);
    const found = (text: Json | undefined, path?: readonly number[]): FormProblem[] =>
      typeof text !== 'string' || hasForm(definition, text)
        ? []
        : [
            {
              property,
              actual: quote(shorten(text, 80)),
              form: formWords(definition),
              ...(path && { path }),
            },
          ];
    return Array.isArray(value)
      ? value.flatMap((item: Json, index) => found(item, [index]))
      : found(value);
  });

export interface PropertyProblem {
  readonly property: string;
  readonly actual: string;
  readonly expected: string;
  readonly fixes: readonly Fix[];
}

/** Properties of the wrong type, with a value that is not offered, or that the catalog does not know. */
export const wrongProperties = (
  subject: Subject,
  kindOrType: string,
  table: PropertyTable,
): readonly PropertyProblem[] =>
  Object.entries(subject.properties).flatMap(([property, value]): PropertyProblem[] => {
    if (value === null || isIntrinsic(value)) return [];
    const definition = Object.hasOwn(table, property) ? table[property] : undefined;
    if (definition === undefined) return [unknownProperty(subject, property, table)];
    if (leftToOthers.has(`${kindOrType}.${property}`)) return [];
    if (fitsProperty(definition, value)) return [];
    return [
      {
        property,
        actual: describeValue(value),
        expected: wantedBy(definition),
        fixes: mend(subject, property, definition, value),
      },
    ];
  });

const unknownProperty = (
  subject: Subject,
  property: string,
  table: PropertyTable,
): PropertyProblem => {
  const near = closest(property, Object.keys(table));
  return {
    property,
    actual: 'a property that is not known here',
    expected: near === undefined ? 'none of that name' : `${near}, if that was meant`,
    fixes: [{ title: `Remove ${property}`, edit: unsetProperty(subject.id, property) }],
  };
};

/** The value converted without loss, or the property removed. */
const mend = (
  subject: Subject,
  property: string,
  definition: PropertyDefinition,
  value: Json,
): readonly Fix[] => {
  const converted = convert(definition, value);
  return [
    ...(converted === undefined
      ? []
      : [
          {
            title: `Set ${property} to ${JSON.stringify(converted)}`,
            edit: setProperty(subject.id, property, converted),
          },
        ]),
    ...(definition.required === true && definition.default === undefined
      ? []
      : [
          {
            title: `Remove ${property}, so that its default counts`,
            edit: unsetProperty(subject.id, property),
          },
        ]),
  ];
};

const convert = (definition: PropertyDefinition, value: Json): Json | undefined => {
  if (typeof value === 'string') {
    const text = value.trim();
    if (definition.type === 'integer' && /^-?\d{1,15}$/.test(text)) return Number(text);
    if (definition.type === 'number' && /^-?\d{1,15}(\.\d{1,15})?$/.test(text)) return Number(text);
    if (definition.type === 'boolean' && /^(true|false)$/i.test(text))
      return text.toLowerCase() === 'true';
    if (definition.type === 'list') return text === '' ? [] : [value];
    if (definition.type === 'enum')
      return (definition.values ?? []).find(
        (offered) => String(offered).toLowerCase() === text.toLowerCase(),
      );
  }
  if (typeof value === 'number') {
    if (definition.type === 'string') return String(value);
    if (definition.type === 'enum')
      return (definition.values ?? []).find((offered) => String(offered) === String(value));
  }
  return undefined;
};
