import { expect, test } from 'vitest';
import {
  exampleConnection,
  exampleDesign,
  exampleNode,
} from '../../../shared/model/testing/example-design.ts';
import { openApp } from '../../commands/testing/open-app.ts';
import { announcementOf } from './announcement.ts';

const design = exampleDesign(
  [
    exampleNode('queue', { kind: 'sqs-queue', name: 'Orders' }),
    exampleNode('fn', { kind: 'lambda', name: 'Worker' }),
  ],
  [exampleConnection('queue', 'fn', { type: 'sqs-queue--lambda' })],
);

const listen = async () => {
  const { app, run } = await openApp(design);
  /** What is heard while something is done. */
  const hear = async (act: () => unknown, isRead = false): Promise<string | undefined> => {
    const before = app.state;
    await act();
    return announcementOf(before, app.state, app.graph, isRead);
  };
  return { app, run, hear };
};

test('tells what is chosen', async () => {
  const { app, hear } = await listen();
  expect(await hear(() => app.select(['queue']))).toBe('Orders, SQS queue, read by Worker');
  expect(await hear(() => app.select(['fn']), true)).toBeUndefined();
  expect(await hear(() => app.select(['queue--fn']), true)).toBe('Orders triggers Worker');
  expect(await hear(() => app.select(['queue', 'fn', 'queue--fn']))).toBe(
    '2 nodes and 1 connection selected',
  );
  expect(await hear(() => app.select([]))).toBe('Nothing selected');
  expect(await hear(() => app.setView({ leftTab: 'outline' }))).toBeUndefined();
});

test('tells what was done, undone and done again', async () => {
  const { app, run, hear } = await listen();
  app.select(['fn']);
  expect(await hear(() => run('arrange.move-right'))).toBe('Move "Worker", to 8, 0');
  expect(await hear(() => app.undo())).toBe('Undid: Move "Worker"');
  expect(await hear(() => app.redo())).toBe('Redid: Move "Worker"');
  expect(await hear(() => run('edit.delete'))).toBe('Delete "Worker"');
});
