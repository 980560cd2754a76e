import { isJsonObject, type Json } from '../lib/json.ts';
import { sameJson } from '../lib/json-value.ts';
import { compareText } from '../lib/order.ts';
import { shorten } from '../lib/problem.ts';
import { wordsOf } from '../lib/words.ts';
import type { Connection, Design, Node } from '../model/design.ts';
import { diffDesigns, type FieldChange, type ItemChange } from '../model/diff.ts';
import { findNode } from '../model/tree.ts';
import { isIntrinsic } from '../model/value.ts';
import { connectionOf, propertyOf, serviceOf } from './catalog.ts';
import type { PropertyDefinition } from './property.ts';

/** One thing that an edit does, in words for people. */
export interface ChangeText {
  readonly kind: 'add' | 'remove' | 'change';
  readonly text: string;
}

/** What an edit does to a design, most important first: `Timeout of "Worker": 30 s → 180 s`. Places on the canvas are left out. */
export const changeTexts = (before: Design, after: Design): readonly ChangeText[] => {
  const { settings, nodes, connections, suppressions } = diffDesigns(before, after);
  return [
    ...nodes.added.map((node) => add(`Adds ${nodeText(node)}${insideOf(after, node)}`)),
    ...connections.added.map((item) => add(`Connects: ${connectionText(after, item)}`)),
    ...nodes.removed.map((node) => remove(`Deletes ${nodeText(node)}`)),
    ...connections.removed.map((item) => remove(`Deletes: ${connectionText(before, item)}`)),
    ...nodes.changed.flatMap((item) => nodeChanges(before, after, item)),
    ...connections.changed.flatMap((item) => connectionChanges(before, after, item)),
    ...settings.map((field) =>
      change(`${titleOf(field.field)} of the design: ${values(field, undefined, after)}`),
    ),
    ...suppressions.added.map(({ rule }) => add(`Suppresses ${rule}`)),
    ...suppressions.removed.map(({ rule }) => remove(`Shows ${rule} again`)),
  ];
};

const add = (text: string): ChangeText => ({ kind: 'add', text });
const remove = (text: string): ChangeText => ({ kind: 'remove', text });
const change = (text: string): ChangeText => ({ kind: 'change', text });

const named = (name: string): string => `"${shorten(name, 60)}"`;

const nameOf = (design: Design, id: string): string => named(findNode(design, id)?.name ?? id);

const nodeText = ({ kind, name }: Node): string =>
  `${serviceOf(kind)?.title ?? kind} ${named(name)}`;

const insideOf = (design: Design, { parent }: Node): string =>
  parent === undefined ? '' : ` in ${nameOf(design, parent)}`;

const connectionText = (design: Design, { from, to, type }: Connection): string =>
  `${nameOf(design, from)} ${connectionOf(type)?.label ?? type} ${nameOf(design, to)}`;

const nodeChanges = (
  before: Design,
  after: Design,
  { before: was, after: is, fields, properties }: ItemChange<Node>,
): readonly ChangeText[] => [
  ...fields.flatMap(({ field }) => {
    switch (field) {
      case 'name':
        return [change(`Renames ${named(was.name)} to ${named(is.name)}`)];
      case 'kind':
        return [change(`Turns ${nodeText(was)} into ${serviceOf(is.kind)?.title ?? is.kind}`)];
      case 'parent':
        return [
          change(
            is.parent === undefined
              ? `Moves ${named(is.name)} out of ${nameOf(before, was.parent ?? '')}`
              : `Moves ${named(is.name)} into ${nameOf(after, is.parent)}`,
          ),
        ];
      default:
        return [];
    }
  }),
  ...properties.map((field) => propertyChange(field, is.kind, named(is.name), after)),
];

const connectionChanges = (
  before: Design,
  after: Design,
  { before: was, after: is, fields, properties }: ItemChange<Connection>,
): readonly ChangeText[] => {
  const isOther = fields.length > 0;
  const ends = `${nameOf(after, is.from)} → ${nameOf(after, is.to)}`;
  return [
    ...(isOther
      ? [change(`Instead of ${connectionText(before, was)}: ${connectionText(after, is)}`)]
      : []),
    ...properties.map((field) => propertyChange(field, is.type, ends, after)),
  ];
};

const propertyChange = (
  field: FieldChange,
  kindOrType: string,
  owner: string,
  design: Design,
): ChangeText => {
  const definition = propertyOf(kindOrType, field.field);
  return change(`${titleOf(field.field)} of ${owner}: ${values(field, definition, design)}`);
};

const values = (
  { before, after }: FieldChange,
  definition: PropertyDefinition | undefined,
  design: Design,
): string => {
  const [old, now] = [before, after].map((value) => itemsOf(value));
  if (old && now) {
    const text = (items: readonly Json[]) =>
      items.map((item) => valueText(item, definition, design)).join(', ');
    const added = now.filter((item) => !old.some((other) => sameJson(item, other)));
    const gone = old.filter((item) => !now.some((other) => sameJson(item, other)));
    const parts = [
      ...(added.length > 0 ? [`adds ${text(added)}`] : []),
      ...(gone.length > 0 ? [`removes ${text(gone)}`] : []),
    ];
    if (parts.length > 0) return parts.join(', ');
  }
  return `${settingText(before, definition, design)} → ${settingText(after, definition, design)}`;
};

/** A list of short values, which is told by what comes and goes; nothing set is an empty one. */
const itemsOf = (value: Json | undefined): readonly Json[] | undefined =>
  Array.isArray(value) && value.every((item: Json) => typeof item !== 'object') ? value : undefined;

/** A value, or what holds while there is none. */
const settingText = (
  value: Json | undefined,
  definition: PropertyDefinition | undefined,
  design: Design,
): string => {
  if (value !== undefined) return valueText(value, definition, design);
  const standard = definition?.default;
  return standard === undefined || typeof standard === 'object'
    ? 'not set'
    : `${valueText(standard, definition, design)} (default)`;
};

const valueText = (
  value: Json,
  definition: PropertyDefinition | undefined,
  design: Design,
): string => {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value === 'number')
    return definition?.unit === undefined ? String(value) : `${value} ${definition.unit}`;
  if (typeof value === 'string') {
    if (definition?.type === 'node-ref') return nameOf(design, value);
    if (definition?.type === 'connection-ref') {
      const connection = design.connections.find(({ id }) => id === value);
      return connection ? connectionText(design, connection) : value;
    }
    return value === '' ? 'empty' : shorten(value, 80);
  }
  if (isIntrinsic(value)) return shorten(JSON.stringify(value), 60);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (isJsonObject(value)) {
    const keys = Object.keys(value).sort(compareText);
    return keys.length === 0 ? 'nothing' : shorten(JSON.stringify(value), 60);
  }
  return 'nothing';
};

const acronyms: ReadonlySet<string> = new Set(
  'acl api arn az azs cidr cors dlq dns fifo hsts http https iam id ids ip ipv4 ipv6 json jwt kms mfa mtls oac oidc rcu s3 saml sdk sni sql sqs sns sse ssl tls tps ttl uri url vpc waf wcu xss'.split(
    ' ',
  ),
);

/** The name of a property as people read it: `kmsKeyId` gives `KMS key ID`. */
const titleOf = (property: string): string => {
  const words = wordsOf(property).map((word) => {
    const lower = word.toLowerCase();
    return acronyms.has(lower) ? lower.toUpperCase() : lower;
  });
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};
