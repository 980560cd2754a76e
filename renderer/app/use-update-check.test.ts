import { expect, test, vi } from 'vitest';
import { memoryHost } from '../../shared/host/memory-host.ts';
import { createApp } from '../store/app-store.ts';
import { standardSettings } from '../store/settings.ts';
import { tellOfUpdate } from './use-update-check.ts';

const appWith = async (updates: boolean, checkUpdates: boolean) => {
  const { host, machine } = memoryHost({ now: () => 0, capabilities: { updates } });
  const settings = { ...standardSettings, checkUpdates };
  await host.writeSettings({ checkUpdates });
  const check = vi.spyOn(host, 'checkForUpdate');
  const app = createApp({
    host,
    info: await host.info(),
    settings,
    now: () => 0,
    makeKey: () => 'key',
  });
  await tellOfUpdate(app);
  return { app, check, machine };
};

test('nobody is asked unless the person turned it on', async () => {
  expect(standardSettings.checkUpdates).toBe(false);
  for (const [updates, isOn] of [
    [true, false],
    [false, true],
    [false, false],
  ] as const) {
    const { app, check } = await appWith(updates, isOn);
    expect(check).not.toHaveBeenCalled();
    expect(app.state.view.notices).toEqual([]);
  }
});

test('a newer version is told of, with the way to its page', async () => {
  const { app, machine } = await appWith(true, true);
  const [notice] = app.state.view.notices;
  expect(notice?.text).toBe('Isobar 0.1.0 is there. This is 0.0.0.');
  notice?.action?.run();
  expect(machine.openedPages).toEqual(['updates']);
});
