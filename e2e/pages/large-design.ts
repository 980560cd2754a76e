/** A thousand nodes: functions that write to tables, in rows. */
export const largeDesign = (): string => {
  const nodes = Array.from({ length: 1000 }, (_, index) => {
    const isTable = index % 2 === 1;
    return {
      id: `${isTable ? 'table' : 'work'}-${index}`,
      kind: isTable ? 'dynamodb-table' : 'lambda',
      name: `${isTable ? 'Table' : 'Work'} ${index}`,
      position: { x: (index % 40) * 280, y: Math.floor(index / 40) * 140 },
      properties: isTable ? { partitionKeyName: 'id' } : {},
    };
  });
  const connections = nodes.flatMap((node, index) => {
    const next = nodes[index + 1];
    if (node.kind !== 'lambda' || next === undefined) return [];
    return [
      {
        id: `${node.id}--${next.id}`,
        type: 'lambda--dynamodb-table',
        from: node.id,
        to: next.id,
        properties: {},
      },
    ];
  });
  return JSON.stringify({
    formatVersion: 1,
    name: 'A thousand',
    region: 'eu-west-1',
    nodes,
    connections,
  });
};
