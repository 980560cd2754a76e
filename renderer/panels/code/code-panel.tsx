import { useAppState } from '../../store/hooks.ts';
import { CodeWorkbench } from './code-workbench.tsx';

/** What the design becomes: SAM, CDK, its own file, a flowchart, a report. */
export const CodePanel = () => {
  // Another design starts with nothing of the one before.
  const key = useAppState(({ document }) => document?.key);
  return <CodeWorkbench key={key} />;
};
