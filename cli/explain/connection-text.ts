import { mechanismOf, propertiesOf } from '../../shared/catalog/catalog.ts';
import type {
  ConnectionDefinition,
  StatementSide,
  StatementTemplate,
} from '../../shared/catalog/connection.ts';
import { deliveries } from '../../shared/connecting/words.ts';
import type { Style } from '../style.ts';
import { paragraph, section, settings, titleOf } from './page.ts';

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

/** One way to connect two kinds, in parts of a page. */
export const connectionParts = (row: ConnectionDefinition, style: Style): readonly string[] => {
  const mechanism = mechanismOf(row.mechanism);
  return [
    [
      `${style.bold(`${titleOf(row.from)} ${row.label} ${titleOf(row.to)}`)}  ${style.dim(row.id)}`,
      ...(row.explain === undefined ? [] : [paragraph(row.explain, '  ')]),
      ...(mechanism === undefined
        ? []
        : [paragraph(`${mechanism.title}: ${mechanism.explain}`, '  ')]),
      `  ${deliveries[row.delivery]}`,
    ].join('\n'),
    section(style, '  Settings', settings(style, ownProperties(row))),
    section(style, '  Permissions', ...row.statements.map(statementText)),
    section(
      style,
      '  Environment variables',
      ...row.environment.map(({ name, value }) => `  ${name} = ${value}`),
    ),
    section(style, '  Read on', `  ${row.docs}`),
  ];
};

/** Without those that every connection has: they would be said again and again. */
const ownProperties = (row: ConnectionDefinition) =>
  Object.fromEntries(
    Object.entries(propertiesOf(row.id) ?? {}).filter(([name]) =>
      Object.hasOwn(row.properties, name),
    ),
  );

const statementText = ({ side, actions, resources, principal, when }: StatementTemplate): string =>
  paragraph(
    `${sides[side]}${principal === undefined ? '' : ` (for ${[principal].flat().join(', ')})`}: ${actions.join(', ')} on ${resources.join(', ')}${when ? ', depending on the settings' : ''}`,
    '  ',
  );
