import { VisuallyHidden } from '@mantine/core';
import { InspectorPanel } from '../panels/inspector/inspector-panel.tsx';

/** Everything about what is chosen. */
export const RightPanel = () => (
  <>
    <VisuallyHidden component="h2">Inspector</VisuallyHidden>
    <InspectorPanel />
  </>
);
