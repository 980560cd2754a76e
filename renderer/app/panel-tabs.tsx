import { Tabs, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './panel-tabs.module.css';

/** A pane with tabs: only the chosen one is drawn. */
export const PanelTabs = <T extends string>({
  value,
  onChange,
  tabs,
  label,
  tools,
  children,
}: {
  readonly value: T;
  readonly onChange: (tab: T) => void;
  readonly tabs: readonly { readonly id: T; readonly title: ReactNode }[];
  readonly label: string;
  /** Stands at the end of the row of tabs. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}) => (
  <section className={classes.pane} aria-label={label}>
    <VisuallyHidden component="h2">{label}</VisuallyHidden>
    <Tabs
      value={value}
      onChange={(tab) => {
        const chosen = tabs.find(({ id }) => id === tab);
        if (chosen) onChange(chosen.id);
      }}
      classNames={{
        list: classes.list ?? '',
        tab: classes.tab ?? '',
        root: classes.root ?? '',
        panel: classes.content ?? '',
      }}
    >
      <div className={classes.head}>
        <Tabs.List>
          {tabs.map(({ id, title }) => (
            <Tabs.Tab key={id} value={id}>
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tools}
      </div>
      <Tabs.Panel value={value}>{children}</Tabs.Panel>
    </Tabs>
  </section>
);
