import { Select } from '@mantine/core';
import { regions } from '../../../shared/catalog/regions.ts';
import { runtimes } from '../../../shared/catalog/runtimes.ts';
import { useApp, useAppState } from '../../store/hooks.ts';
import { type Settings, textSizes } from '../../store/settings.ts';
import { DialogFrame } from './dialog-frame.tsx';
import { Part, Row, Segments, Toggle } from './settings-rows.tsx';
import { Updates } from './update-settings.tsx';

/** What a person chooses once for all designs. Everything applies at once. */
const SettingsDialog = () => {
  const app = useApp();
  const settings = useAppState((state) => state.settings);
  const set = (change: Partial<Settings>): void => app.setSettings(change);
  const canAsk = app.state.host.capabilities.updates;
  return (
    <DialogFrame title="Settings" size="lg">
      <Part title="Appearance">
        <Row
          label="Theme"
          control={(id) => (
            <Segments
              labelledBy={id}
              value={settings.theme}
              options={{
                system: 'System',
                light: 'Light',
                dark: 'Dark',
                contrast: 'High contrast',
              }}
              onChange={(theme) => set({ theme })}
            />
          )}
        />
        <Row
          label="Density"
          control={(id) => (
            <Segments
              labelledBy={id}
              value={settings.density}
              options={{ comfortable: 'Comfortable', compact: 'Compact' }}
              onChange={(density) => set({ density })}
            />
          )}
        />
        <Row
          label="Size of text"
          control={(id) => (
            <Segments
              labelledBy={id}
              value={String(settings.textSize)}
              options={Object.fromEntries(textSizes.map((size) => [String(size), `${size} %`]))}
              onChange={(size) => set({ textSize: Number(size) })}
            />
          )}
        />
        <Row
          label="Animations"
          control={(id) => (
            <Segments
              labelledBy={id}
              value={settings.motion}
              options={{ system: 'System', full: 'On', reduced: 'Off' }}
              onChange={(motion) => set({ motion })}
            />
          )}
        />
      </Part>
      <Part title="On the canvas">
        <Toggle label="Grid" isOn={settings.grid} onChange={(grid) => set({ grid })} />
        <Toggle
          label="Snap to grid"
          line="Nodes that are moved stop at whole steps of the grid."
          isOn={settings.snap}
          onChange={(snap) => set({ snap })}
        />
        <Toggle label="Minimap" isOn={settings.minimap} onChange={(minimap) => set({ minimap })} />
      </Part>
      <Part title="New designs">
        <Row
          label="Region"
          control={(id) => (
            <Select
              aria-labelledby={id}
              size="xs"
              searchable
              allowDeselect={false}
              w="15rem"
              value={settings.region}
              data={regions.map(({ code, name }) => ({ value: code, label: `${code}  ${name}` }))}
              onChange={(region) => region !== null && set({ region })}
            />
          )}
        />
        <Row
          label="Runtime of new functions"
          control={(id) => (
            <Select
              aria-labelledby={id}
              size="xs"
              allowDeselect={false}
              w="15rem"
              value={settings.runtime}
              data={runtimes.map((runtime) => runtime.id)}
              onChange={(runtime) => runtime !== null && set({ runtime })}
            />
          )}
        />
        <Toggle
          label="Show previews"
          line="Services and connections that AWS has not released everywhere, or that are not proven yet."
          isOn={settings.previews}
          onChange={(previews) => set({ previews })}
        />
      </Part>
      {canAsk && <Updates />}
    </DialogFrame>
  );
};

export default SettingsDialog;
