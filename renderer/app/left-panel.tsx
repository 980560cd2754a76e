import { OutlinePanel } from '../panels/outline/outline-panel.tsx';
import { ServicesPanel } from '../panels/services/services-panel.tsx';
import { TemplatesPanel } from '../panels/templates/templates-panel.tsx';
import { useApp, useView } from '../store/hooks.ts';
import { PanelTabs } from './panel-tabs.tsx';

const tabs = [
  { id: 'services', title: 'Services' },
  { id: 'outline', title: 'Outline' },
  { id: 'templates', title: 'Templates' },
] as const;

/** What can be drawn, what is drawn, and where to start from. */
export const LeftPanel = () => {
  const app = useApp();
  const tab = useView('leftTab');
  return (
    <PanelTabs
      label="Left panel"
      value={tab}
      tabs={tabs}
      onChange={(leftTab) => app.setView({ leftTab })}
    >
      {tab === 'services' && <ServicesPanel />}
      {tab === 'outline' && <OutlinePanel />}
      {tab === 'templates' && <TemplatesPanel />}
    </PanelTabs>
  );
};
