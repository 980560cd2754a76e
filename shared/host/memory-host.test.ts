import { expect, test } from 'vitest';
import type { HostEvent } from './host-api.ts';
import { createMemoryMachine, memoryHost } from './memory-host.ts';
import { type HostBench, hostContract } from './testing/host-contract.ts';

const folder = '/home/ada';

hostContract('the host in memory', () => {
  let time = 1;
  const machine = createMemoryMachine({ now: () => (time += 1) });
  const at = (name: string) => `${folder}/${name}`;
  const bench: HostBench = {
    host: machine.openWindow().host,
    answer: (dialog, name) => machine.answer(dialog, name === undefined ? undefined : at(name)),
    writeOutside: (name, text) => Promise.resolve(machine.writeOutside(at(name), text)),
    readOutside: (name) => Promise.resolve(machine.files.get(at(name))?.content.toString()),
    removeOutside: (name) => Promise.resolve(machine.removeOutside(at(name))),
    failWrites: (code) => machine.failWrites(code),
    setReadOnly: (name) => Promise.resolve(machine.setReadOnly(at(name), true)),
    secondWindow: () => Promise.resolve(machine.openWindow().host),
    restart: () => Promise.resolve(machine.restart().host),
    close: () => Promise.resolve(),
  };
  return Promise.resolve(bench);
});

test('a file handed to a new window waits until the window listens', async () => {
  const { host, machine } = memoryHost({ now: () => 0 });
  machine.writeOutside('/a.isobar.json', 'text');
  await host.newWindow({ id: '/a.isobar.json', name: 'a.isobar.json', folder: '/' });
  const events: HostEvent[] = [];
  machine.windows[1]?.host.listen((event) => events.push(event));
  expect(events).toMatchObject([{ kind: 'open-file', opened: { text: 'text' } }]);
});

test('a window that agrees to close is gone', async () => {
  const { host, machine, window } = memoryHost({ now: () => 0 });
  await host.finishClose(true);
  expect(window.open).toBe(false);
  expect(machine.windows).toEqual([]);
});
