import { ActionIcon, Tooltip } from '@mantine/core';
import { commandOf } from '../commands/index.ts';
import { showKeys } from '../commands/keys.ts';
import { runCommand } from '../commands/run.ts';
import { CodePanel } from '../panels/code/code-panel.tsx';
import { ProblemsPanel } from '../panels/problems/problems-panel.tsx';
import { useApp, useFindings, useSetting, useView } from '../store/hooks.ts';
import { DownIcon, UpIcon } from '../ui/glyphs.tsx';
import classes from './panel-tabs.module.css';
import { PanelTabs } from './panel-tabs.tsx';

/** What is wrong, and what it becomes. */
export const BottomPanel = () => {
  const app = useApp();
  const tab = useView('bottomTab');
  const { counts } = useFindings();
  const total = counts.error + counts.warning + counts.info;
  const tabs = [
    { id: 'problems', title: total === 0 ? 'Problems' : `Problems ${total}` },
    { id: 'code', title: 'Code' },
  ] as const;
  return (
    <PanelTabs
      label="Bottom panel"
      value={tab}
      tabs={tabs}
      onChange={(bottomTab) => app.setView({ bottomTab })}
      tools={<MaximiseButton />}
    >
      {tab === 'problems' ? <ProblemsPanel /> : <CodePanel />}
    </PanelTabs>
  );
};

/** Gives the panel all the room of the panes, and takes it back. */
const MaximiseButton = () => {
  const app = useApp();
  const isMaximised = useSetting('maximised');
  const command = commandOf('view.maximise-bottom');
  const [keys] = command?.keys ?? [];
  if (!command || keys === undefined) return null;
  const title = isMaximised ? 'Restore the panel' : 'Maximise the panel';
  return (
    <div className={classes.tools}>
      <Tooltip label={`${title} (${showKeys(keys, app.state.host.platform)})`}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={title}
          onClick={() => runCommand(app, command)}
        >
          {isMaximised ? <DownIcon /> : <UpIcon />}
        </ActionIcon>
      </Tooltip>
    </div>
  );
};
