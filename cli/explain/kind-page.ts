import { connections } from '../../shared/catalog/catalog.ts';
import type { PropertyTable } from '../../shared/catalog/property.ts';
import type { ServiceDefinition } from '../../shared/catalog/service.ts';
import { columns, type Style } from '../style.ts';
import { page, paragraph, section, settings, titleOf } from './page.ts';

/** What a kind is for, its settings, and what it connects to. */
export const kindPage = (service: ServiceDefinition, style: Style): string => {
  const { kind, title, cloudFormation, explain, cost, limits = [], properties, docs } = service;
  const outgoing = connections.filter(({ from }) => from === kind);
  const incoming = connections.filter(({ to }) => to === kind);
  return page(
    [
      `${style.bold(title)}  ${style.dim(kind)}`,
      ...(cloudFormation.length === 0 ? [] : [style.dim(cloudFormation.join(', '))]),
    ].join('\n'),
    paragraph(explain),
    section(style, 'You pay for', cost === undefined ? undefined : paragraph(cost, '  ')),
    section(style, 'Limits', ...limits.map((limit) => paragraph(limit, '  '))),
    section(style, 'Settings', settings(style, some(properties, false))),
    section(style, 'Settings that are rarely needed', settings(style, some(properties, true))),
    section(
      style,
      'It leads to',
      ...columns(
        outgoing.map(({ id, label, to }) => [`${label} ${titleOf(to)}`, style.dim(id)]),
        '  ',
      ),
    ),
    section(
      style,
      'It is reached from',
      ...columns(
        incoming.map(({ id, label, from }) => [`${titleOf(from)} ${label}`, style.dim(id)]),
        '  ',
      ),
    ),
    section(style, 'Read on', `  ${docs}`),
  );
};

const some = (table: PropertyTable, advanced: boolean): PropertyTable =>
  Object.fromEntries(
    Object.entries(table).filter(([, definition]) => (definition.advanced ?? false) === advanced),
  );
