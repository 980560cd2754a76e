import { Button } from '@mantine/core';
import { useState } from 'react';
import { showKeys } from '../../commands/keys.ts';
import { useApp } from '../../store/hooks.ts';
import { DialogFrame } from './dialog-frame.tsx';
import dialogs from './dialogs.module.css';
import classes from './tour-dialog.module.css';
import { tourPictures } from './tour-pictures.tsx';

const steps = [
  {
    title: 'Draw',
    text: 'Drag a service from the left onto the canvas, or click it. Regions, VPCs and subnets are frames: what you drop into one belongs to it.',
  },
  {
    title: 'Connect',
    text: 'Pull a line from the edge of a node. Everything that can take it lights up. Where AWS needs something in between, Isobar says so and adds it for you.',
  },
  {
    title: 'Be corrected',
    text: 'More than two hundred checks run while you draw. A badge shows where something is wrong; Problems says why it matters, and mostly mends it with one click.',
  },
  {
    title: 'See the code',
    text: 'The Code tab shows what your drawing becomes: an AWS SAM template or a CDK app. Choose a node to see its lines, click a line to see its node.',
  },
  {
    title: 'Export',
    text: 'Export writes a project that deploys as it is, with handlers, permissions and a README.',
  },
] as const;

/** Five steps through what Isobar does. Can be left at any of them, and found again in the Help menu. */
const TourDialog = () => {
  const app = useApp();
  const [at, setAt] = useState(0);
  const step = steps[at] ?? steps[0];
  const Picture = tourPictures[at] ?? tourPictures[0];
  const end = (): void => {
    app.setSettings({ tourSeen: true });
    app.openDialog(undefined);
  };
  const isLast = at === steps.length - 1;
  return (
    <DialogFrame
      title="Isobar in five steps"
      size="lg"
      onClose={end}
      buttons={
        <>
          <Button className={dialogs.push ?? ''} variant="subtle" color="gray" onClick={end}>
            Skip
          </Button>
          <Button variant="default" disabled={at === 0} onClick={() => setAt(at - 1)}>
            Back
          </Button>
          <Button data-autofocus onClick={() => (isLast ? end() : setAt(at + 1))}>
            {isLast ? 'Start drawing' : 'Next'}
          </Button>
        </>
      }
    >
      <div className={classes.picture}>{Picture && <Picture />}</div>
      <div className={classes.words} aria-live="polite">
        <h3>
          {at + 1}. {step.title}
        </h3>
        <p>
          {step.text}
          {isLast &&
            ` Press ${showKeys('mod+k', app.state.host.platform)} at any time to find every command.`}
        </p>
      </div>
      <ol className={classes.dots} aria-label="Steps">
        {steps.map(({ title }, index) => (
          <li key={title}>
            <button
              type="button"
              aria-label={`Step ${index + 1}: ${title}`}
              aria-current={index === at ? 'step' : undefined}
              onClick={() => setAt(index)}
            />
          </li>
        ))}
      </ol>
    </DialogFrame>
  );
};

export default TourDialog;
