import { Button, Menu, ScrollArea } from '@mantine/core';
import { regions } from '../../shared/catalog/regions.ts';
import { setDesign } from '../../shared/model/edits/index.ts';
import { useApp, useDesign, useIsReadOnly } from '../store/hooks.ts';
import { ChevronIcon } from '../ui/glyphs.tsx';

/** The region of everything that stands in no region container. */
export const RegionMenu = () => {
  const app = useApp();
  const { region } = useDesign();
  const isReadOnly = useIsReadOnly();
  return (
    <Menu position="bottom-start" width="17rem" withinPortal={false} disabled={isReadOnly}>
      <Menu.Target>
        <Button
          size="compact-sm"
          h="1.875rem"
          fw={500}
          flex="none"
          variant="subtle"
          color="gray"
          rightSection={<ChevronIcon />}
          aria-label={`Region of the design: ${region}`}
        >
          {region}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Region of the design</Menu.Label>
        <ScrollArea.Autosize mah={360}>
          {regions.map(({ code, name }) => (
            <Menu.Item
              key={code}
              onClick={() => app.edit(`Set the region to ${code}`, setDesign({ region: code }))}
              rightSection={code === region ? '✓' : undefined}
            >
              {code} <span style={{ color: 'var(--text-muted)' }}>{name}</span>
            </Menu.Item>
          ))}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
};
