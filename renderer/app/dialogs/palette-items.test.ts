import { expect, test } from 'vitest';
import { services } from '../../../shared/catalog/services/index.ts';
import type { Node } from '../../../shared/model/design.ts';
import { type Command, defineCommand } from '../../commands/command.ts';
import { type PaletteSources, paletteGroups } from './palette-items.ts';

const command = (id: string, title: string, words?: string): Command =>
  defineCommand({
    id,
    title,
    group: 'view',
    run: () => undefined,
    ...(words !== undefined && { words }),
  });
const node = (id: string, name: string, kind: string): Node =>
  ({ id, name, kind, position: { x: 0, y: 0 }, properties: {} }) as unknown as Node;

const sources: PaletteSources = {
  commands: [
    command('view.fit', 'Fit the design', 'zoom all'),
    command('view.zoom-in', 'Zoom in'),
    command('view.grid', 'Grid'),
  ],
  recent: ['view.grid', 'view.gone'],
  nodes: [node('orders', 'Orders', 'sqs-queue'), node('worker', 'Worker', 'lambda')],
  services,
  templates: [{ id: 'cron', name: 'Cron job', description: 'Runs every night.' }],
  titleOf: (kind) => services.find((service) => service.kind === kind)?.title ?? kind,
};
const shown = (typed: string) =>
  paletteGroups(typed, sources).map(({ title, entries }) => [title, entries.map(({ id }) => id)]);

test('before typing: what was used lately, then the other commands', () => {
  expect(shown(' ')).toEqual([
    ['Used lately', ['command-view.grid']],
    ['Commands', ['command-view.fit', 'command-view.zoom-in']],
  ]);
});

test('a command is found by its other words, after one that is called so', () => {
  expect(shown('zoom')[0]).toEqual(['Commands', ['command-view.zoom-in', 'command-view.fit']]);
});

test('the group with the closest match stands first', () => {
  expect(shown('worker')[0]).toEqual(['In this design', ['node-worker']]);
  expect(shown('cron job')[0]).toEqual(['Templates', ['template-cron']]);
  expect(shown('ddb')[0]?.flat()[1]).toBe('service-dynamodb-table');
});

test('a node is found by what its kind is called', () => {
  expect(shown('sqs queue').flat(2)).toContain('node-orders');
});

test('nonsense finds nothing', () => expect(shown('qzqz')).toEqual([]));
