import { Button } from '@mantine/core';
import type { Problem } from '../../../shared/lib/problem.ts';
import { useApp } from '../../store/hooks.ts';
import { DialogFrame } from './dialog-frame.tsx';
import classes from './dialogs.module.css';

/** Everything that is wrong with a file that cannot be opened, with the lines where it is. */
export const OpenProblemsDialog = ({
  name,
  problems,
}: {
  readonly name: string;
  readonly problems: readonly Problem[];
}) => {
  const app = useApp();
  const text = problems
    .map(({ line, at, message, hint }) =>
      [line === undefined ? '' : `line ${line}`, at, message, hint].filter(Boolean).join(': '),
    )
    .join('\n');
  return (
    <DialogFrame
      title={`${name} cannot be opened`}
      size="lg"
      buttons={
        <>
          <Button
            className={classes.push ?? ''}
            variant="default"
            onClick={async () => {
              const written = await app.parts.host.writeClipboard(text);
              app.notify(
                written.ok
                  ? { tone: 'success', text: 'The list of problems is copied.' }
                  : { tone: 'error', text: written.error.message },
              );
            }}
          >
            Copy the list
          </Button>
          <Button data-autofocus onClick={() => app.openDialog(undefined)}>
            Close
          </Button>
        </>
      }
    >
      <p>
        {problems.length === 1
          ? 'One thing is wrong with it.'
          : `${problems.length} things are wrong with it.`}{' '}
        The file was not changed.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard. */}
      <ul className={classes.problems} tabIndex={0} aria-label="Problems of the file">
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.at} ${problem.message}`}>
            {(problem.line !== undefined || problem.at !== '') && (
              <div className={classes.place}>
                {problem.line !== undefined && (
                  <span>
                    Line {problem.line}
                    {problem.column !== undefined && `, column ${problem.column}`}
                  </span>
                )}
                {problem.at !== '' && <span>{problem.at}</span>}
              </div>
            )}
            <div>{problem.message}</div>
            {problem.hint !== undefined && <div className={classes.hint}>{problem.hint}</div>}
          </li>
        ))}
      </ul>
    </DialogFrame>
  );
};
