import { expect, test } from '../launchers/test.ts';
import { openFile, saveAs } from '../pages/window.ts';

/** A thousand nodes: functions that write to tables, in rows. */
const large = (): string => {
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

test('a design of a thousand nodes opens, is changed and saved', async ({ app }) => {
  test.slow();
  const window = await openFile(app, 'large.isobar.json', large());
  await window.isDrawing();
  await window.holds(1000, 500);
  await window.press('Mod+a');
  await window.press('Mod+d');
  await window.holds(2000, 1000);
  await window.press('Mod+z');
  await window.holds(1000, 500);
  await window.press('Mod+Shift+z');
  const saved = JSON.parse(await saveAs(app, window, 'larger.isobar.json'));
  expect([saved.nodes.length, saved.connections.length]).toEqual([2000, 1000]);
});
