import { CodePanel } from '../panels/code/code-panel.tsx';
import { ProblemsPanel } from '../panels/problems/problems-panel.tsx';
import { useApp, useFindings, useView } from '../store/hooks.ts';
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
    >
      {tab === 'problems' ? <ProblemsPanel /> : <CodePanel />}
    </PanelTabs>
  );
};
