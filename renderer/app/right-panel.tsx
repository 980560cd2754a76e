import { InspectorPanel } from '../panels/inspector/inspector-panel.tsx';

/** Everything about what is chosen. */
export const RightPanel = () => <InspectorPanel />;
