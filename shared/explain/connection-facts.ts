import { mechanismOf, propertiesOf, serviceOf } from '../catalog/catalog.ts';
import type {
  ConnectionDefinition,
  Delivery,
  StatementSide,
  StatementTemplate,
} from '../catalog/connection.ts';
import { deliveries, titleOf } from '../connecting/words.ts';
import { conditionOf, readerWith } from './condition.ts';
import type { Block, Page, Span, Text } from './page.ts';
import { kindSpan, part } from './page.ts';
import { type PropertyFacts, propertyFacts, propertyTable } from './property-facts.ts';
import { type RuleMention, ruleList, rulesOnConnection } from './rule-subjects.ts';

/** An IAM statement that a connection brings. */
export interface StatementFacts {
  readonly side: StatementSide;
  /** Whose policy that is, in words. */
  readonly in: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly principals: readonly string[];
  readonly conditions?: NonNullable<StatementTemplate['conditions']>;
  readonly conditional?: true;
  readonly condition?: string;
}

/** All that is known of one connection type. */
export interface ConnectionFacts {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly variant?: string;
  readonly preferred: boolean;
  readonly preview: boolean;
  readonly label: string;
  readonly explain: string;
  readonly mechanism: { readonly id: string; readonly title: string; readonly explain: string };
  readonly delivery: Delivery;
  readonly gesture: ConnectionDefinition['gesture'];
  readonly properties: readonly PropertyFacts[];
  readonly statements: readonly StatementFacts[];
  readonly environment: readonly { readonly name: string; readonly value: string }[];
  readonly rules: readonly RuleMention[];
  readonly docs: string;
}

/** Whose policy holds a statement. */
const sides: Readonly<Record<StatementSide, string>> = {
  'source-role': 'the role of the source',
  'target-role': 'the role of the target',
  'target-policy': 'the resource-based policy of the target',
  'source-policy': 'the resource-based policy of the source',
  'service-role': 'a role that the service assumes',
  'consumer-role': 'the role of the consuming function',
  'caller-identity': 'the credentials of whoever calls',
  'source-trust': 'the trust policy of the source',
  'target-trust': 'the trust policy of the target',
  'service-linked': 'a service-linked role',
  deployer: 'whoever deploys',
};

const statementFacts =
  (row: ConnectionDefinition) =>
  (statement: StatementTemplate): StatementFacts => {
    const { side, actions, resources, principal, conditions, when } = statement;
    const tables = {
      connection: row.properties,
      source: serviceOf(row.from)?.properties ?? {},
      target: serviceOf(row.to)?.properties ?? {},
    };
    const condition =
      when &&
      conditionOf(
        (changed) =>
          when({
            connection: readerWith(tables.connection, changed.connection),
            source: readerWith(tables.source, changed.source),
            target: readerWith(tables.target, changed.target),
          }),
        tables,
      );
    return {
      side,
      in: sides[side],
      actions,
      resources,
      principals: principal === undefined ? [] : [principal].flat(),
      ...(conditions && { conditions }),
      ...(when && { conditional: true as const }),
      ...(condition !== undefined && { condition }),
    };
  };

/** Without those that every connection has: they would be said again and again. */
const ownProperties = (row: ConnectionDefinition) =>
  Object.fromEntries(
    Object.entries(propertiesOf(row.id) ?? {}).filter(([name]) =>
      Object.hasOwn(row.properties, name),
    ),
  );

const known = new Map<ConnectionDefinition, ConnectionFacts>();

/** What the tables say of a connection type, worked out once. */
export const connectionFacts = (row: ConnectionDefinition): ConnectionFacts => {
  const facts = known.get(row) ?? workOut(row);
  known.set(row, facts);
  return facts;
};

const workOut = (row: ConnectionDefinition): ConnectionFacts => {
  const mechanism = mechanismOf(row.mechanism);
  return {
    id: row.id,
    from: row.from,
    to: row.to,
    ...(row.variant !== undefined && { variant: row.variant }),
    preferred: row.preferred ?? false,
    preview: row.preview ?? false,
    label: row.label,
    explain: row.explain ?? '',
    mechanism: {
      id: row.mechanism,
      title: mechanism?.title ?? row.mechanism,
      explain: mechanism?.explain ?? '',
    },
    delivery: row.delivery,
    gesture: row.gesture,
    properties: propertyFacts(ownProperties(row)),
    statements: row.statements.map(statementFacts(row)),
    environment: row.environment.map(({ name, value }) => ({ name, value })),
    rules: rulesOnConnection(row),
    docs: row.docs,
  };
};

const separated = (codes: readonly string[]): readonly Span[] =>
  codes.flatMap((code, at) => (at === 0 ? [{ code }] : [', ', { code }]));

/** One statement in a line: whose it is, what it allows on what, and when. */
const statementText = (facts: StatementFacts): Text => [
  `In ${facts.in}${facts.principals.length === 0 ? '' : ` for ${facts.principals.join(', ')}`}: `,
  ...separated(facts.actions),
  ...(facts.resources.length === 0 ? [] : [' on ', ...separated(facts.resources)]),
  ...(facts.conditions ? [', if ', { code: JSON.stringify(facts.conditions) }] : []),
  ...(facts.condition !== undefined
    ? [`; ${facts.condition}`]
    : facts.conditional
      ? ['; depends on the settings']
      : []),
];

/** What a connection grants, short enough for a cell: the actions, and who gets them where that is not the source. */
const grantText = ({ statements }: Pick<ConnectionFacts, 'statements'>): Text => {
  const actions = new Map<string, Set<string>>();
  for (const statement of statements) {
    const known = actions.get(statement.in) ?? new Set();
    actions.set(statement.in, new Set([...known, ...statement.actions]));
  }
  return [...actions].flatMap(([whose, granted], at): readonly Span[] => [
    ...(at === 0 ? [] : ['; ']),
    `${whose.replace(/^(?:the|a) /, '')}: `,
    ...separated([...granted]),
  ]);
};

const gestures: Readonly<Record<ConnectionDefinition['gesture'], string>> = {
  edge: '',
  nesting: 'Made by putting one into the other.',
  both: 'Made by a line, or by putting one into the other.',
};

/** What is told of a connection type, without its title. */
export const connectionBlocks = (facts: ConnectionFacts, level: 2 | 3 = 2): readonly Block[] => {
  const { mechanism, delivery, gesture, environment, preview } = facts;
  const more = [
    ...(facts.explain === '' ? [] : [facts.explain]),
    deliveries[delivery],
    ...(gestures[gesture] === '' ? [] : [gestures[gesture]]),
    ...(preview ? ['In preview: shown only where previews are switched on.'] : []),
  ];
  const lead = (text: string): Block => ({ text: [{ strong: text }] });
  const titled = (title: string, ...blocks: readonly Block[]): readonly Block[] => {
    const shown = part(title, blocks, 3);
    return shown.length === 0 || level === 2 ? shown : [lead(title), ...shown.slice(1)];
  };
  return [
    { text: more.join(' ') },
    {
      text: [{ text: mechanism.title, to: { mechanism: mechanism.id } }, `: ${mechanism.explain}`],
    },
    ...titled('Settings', propertyTable(facts.properties)),
    ...titled('Permissions', { list: facts.statements.map(statementText) }),
    ...titled('Environment variables', {
      list: environment.map(({ name, value }) => [{ code: name }, ' = ', { code: value }]),
    }),
    ...(level === 2 ? ruleList('Rules', facts.rules, 3) : []),
    { text: `Read on at AWS: ${facts.docs}` },
  ];
};

/** The page of one connection type. */
export const connectionPage = (facts: ConnectionFacts): Page => ({
  title: `${titleOf(facts.from)} ${facts.label} ${titleOf(facts.to)}`,
  id: facts.id,
  blocks: connectionBlocks(facts),
});

/** A connection in a table of its kind's page. */
export const connectionRow = (row: ConnectionDefinition, other: 'from' | 'to'): readonly Text[] => {
  const facts = connectionFacts(row);
  const kind = kindSpan(row[other], titleOf(row[other]));
  return [
    other === 'to' ? [`${row.label} `, kind] : [kind, ` ${row.label}`],
    [{ text: row.id, to: { connection: row.id } }],
    row.delivery,
    grantText(facts),
  ];
};
