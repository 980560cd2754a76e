import { connectionOf } from '../../catalog/catalog.ts';
import type { Delivery } from '../../catalog/connection.ts';
import type { Graph } from '../../graph/graph.ts';
import { inlineText } from '../../lib/markdown.ts';
import { settingsOf, table } from './table.ts';

const deliveries: Readonly<Record<Delivery, string>> = {
  sync: 'the caller waits',
  async: 'asynchronous',
  poll: 'polled',
  stream: 'streamed',
  config: 'no traffic',
};

/** Who does what to whom. */
export const connectionSection = (graph: Graph): readonly string[] => {
  const rows = graph.connections().map((connection) => {
    const definition = connectionOf(connection.type);
    return [
      inlineText(graph.source(connection)?.name ?? connection.from),
      inlineText(definition?.label ?? connection.type),
      inlineText(graph.target(connection)?.name ?? connection.to),
      definition === undefined ? '' : deliveries[definition.delivery],
      settingsOf(graph, connection),
    ];
  });
  return rows.length === 0
    ? []
    : ['## Connections', '', ...table(['From', 'Does', 'To', 'Delivery', 'Settings'], rows)];
};
