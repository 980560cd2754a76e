import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useApp, useView } from '../../store/hooks.ts';
import type { InspectorTab } from '../../store/view.ts';
import classes from './inspector.module.css';

const tabs: readonly {
  readonly id: InspectorTab;
  readonly title: string;
  readonly short: string;
}[] = [
  { id: 'properties', title: 'Properties', short: 'Settings' },
  { id: 'connections', title: 'Connections', short: 'Links' },
  { id: 'permissions', title: 'Permissions', short: 'IAM' },
  { id: 'explain', title: 'Explain', short: 'Explain' },
  { id: 'code', title: 'Code', short: 'Code' },
];

/** The tabs of the inspector below its head; only the chosen one is drawn. */
export const InspectorTabs = ({
  head,
  children,
}: {
  readonly head: ReactNode;
  readonly children: (tab: InspectorTab) => ReactNode;
}) => {
  const app = useApp();
  const chosen = useView('inspectorTab');
  return (
    <Tabs
      value={chosen}
      onChange={(id) => {
        const tab = tabs.find((item) => item.id === id);
        if (tab) app.setView({ inspectorTab: tab.id });
      }}
      classNames={{
        root: classes.tabs ?? '',
        list: classes.tabList ?? '',
        tab: classes.tab ?? '',
        panel: classes.content ?? '',
      }}
    >
      {head}
      <Tabs.List aria-label="Inspector">
        {tabs.map(({ id, title, short }) => (
          <Tabs.Tab key={id} value={id}>
            <span className={classes.long}>{title}</span>
            <span className={classes.short}>{short}</span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={chosen}>{children(chosen)}</Tabs.Panel>
    </Tabs>
  );
};
