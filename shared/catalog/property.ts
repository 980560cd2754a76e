import type { Json } from '../lib/json.ts';
import type { Code } from '../lib/typescript/syntax.ts';

/** Reads the properties of the same node or connection: the set value, else the default; undefined when unknown. */
export type PropertyReader = (property: string) => Json | undefined;

export type PropertyType =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'enum'
  | 'list'
  | 'map'
  | 'object'
  | 'json'
  /** The id of another node of the design. */
  | 'node-ref'
  /** The id of another connection of the design. */
  | 'connection-ref';

/**
 * How a literal becomes a property of the L2 construct: the property's name (the value is written as its
 * type and unit suggest: a duration, a size, an enum member), or a function that gives the properties.
 */
export type CdkProperty =
  | string
  | {
      readonly name: string;
      readonly enum: string;
      readonly members?: Readonly<Record<string, string>>;
    }
  | ((value: Json) => Readonly<Record<string, Code | undefined>>);

/** One setting of a kind or of a connection type: what inspector, rules, exporters and docs know of it. */
export interface PropertyDefinition {
  readonly type: PropertyType;
  /** What Isobar proposes; absent means unset. */
  readonly default?: Json;
  readonly required?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
  /** A regular expression of the whole text. */
  readonly pattern?: string;
  /** The pattern in words, as a sentence, where the common forms (`property-form.ts`) have none. */
  readonly form?: string;
  /** The values of an enum. */
  readonly values?: readonly (string | number)[];
  /** AWS takes more values than are offered: others can be exported too. */
  readonly open?: true;
  readonly unit?: string;
  /** For people: what it is for, with AWS's limit where there is one. */
  readonly help?: string;
  /** Folded away in the inspector. */
  readonly advanced?: boolean;
  /** The property counts only while this holds; otherwise it is neither checked nor exported. */
  readonly when?: (read: PropertyReader) => boolean;
  /** Path below `Properties` of the kind's primary resource; absent: the kind or mechanism writes it, or it is for checks only. */
  readonly cfn?: string;
  readonly cdk?: CdkProperty;
  /**
   * The path of the resource behind the L2 construct, where SAM has a name of its own; `kind` where that resource
   * has none, so that the kind writes what is known at deployment only.
   */
  readonly behind?: string;
  /** True when AWS's own default differs from ours, so that ours must be written out. */
  readonly emitDefault?: boolean;
  /** Kinds that a node-ref may name. */
  readonly kinds?: readonly string[];
  /** What an object holds, where that is known: the inspector draws a form of it instead of JSON. */
  readonly fields?: PropertyTable;
  /** What JSON holds, where that is known: the editor helps with it, and takes the definition of a workflow as YAML too. */
  readonly format?: 'asl' | 'iam-policy';
  /** What each entry of a list is, and what people call one; a text where nothing is said. */
  readonly items?: PropertyDefinition & { readonly noun?: string };
}

export type PropertyTable = Readonly<Record<string, PropertyDefinition>>;

type Options = Omit<PropertyDefinition, 'type'>;

export const text = (options: Options = {}): PropertyDefinition => ({ type: 'string', ...options });
export const integer = (options: Options = {}): PropertyDefinition => ({
  type: 'integer',
  ...options,
});
export const numeric = (options: Options = {}): PropertyDefinition => ({
  type: 'number',
  ...options,
});
export const seconds = (options: Options = {}): PropertyDefinition => ({
  type: 'integer',
  unit: 's',
  ...options,
});
export const days = (options: Options = {}): PropertyDefinition => ({
  type: 'integer',
  unit: 'days',
  ...options,
});
export const megabytes = (options: Options = {}): PropertyDefinition => ({
  type: 'integer',
  unit: 'MB',
  ...options,
});
export const yesNo = (options: Options = {}): PropertyDefinition => ({
  type: 'boolean',
  ...options,
});
export const choice = (
  values: readonly (string | number)[],
  options: Options = {},
): PropertyDefinition => ({ type: 'enum', values, ...options });
export const list = (options: Options = {}): PropertyDefinition => ({
  type: 'list',
  // An empty list is no value for what is required.
  ...(options.required === true ? {} : { default: [] }),
  ...options,
});
export const map = (options: Options = {}): PropertyDefinition => ({
  type: 'map',
  default: {},
  ...options,
});
export const record = (options: Options = {}): PropertyDefinition => ({
  type: 'object',
  ...options,
});
export const json = (options: Options = {}): PropertyDefinition => ({ type: 'json', ...options });
export const nodeRef = (options: Options = {}): PropertyDefinition => ({
  type: 'node-ref',
  ...options,
});
export const connectionRef = (options: Options = {}): PropertyDefinition => ({
  type: 'connection-ref',
  ...options,
});

/** Retention periods that CloudWatch Logs takes, in days. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
export const logRetentionDays = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
  3653,
] as const;
