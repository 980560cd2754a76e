import { Button } from '@mantine/core';
import { useFocusTrap, useMergedRef } from '@mantine/hooks';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { showKeys } from '../../commands/keys.ts';
import { endTour, goToTourStep, tourSteps } from '../../commands/tour.ts';
import { useApp, useFindings, useView } from '../../store/hooks.ts';
import { placeCard } from './place-card.ts';
import classes from './tour-card.module.css';
import { useHole } from './use-hole.ts';

/** One step of the tour: a card beside the part of the window that it is about, which alone is not dimmed. */
const TourCard = () => {
  const app = useApp();
  const tour = useView('tour');
  const { ready } = useFindings();
  const id = useId();
  const card = useRef<HTMLDivElement>(null);
  const holder = useMergedRef(card, useFocusTrap());
  const next = useRef<HTMLButtonElement>(null);
  const [at, setAt] = useState<{ readonly x: number; readonly y: number }>();
  const index = tour?.at ?? 0;
  const step = tourSteps[index] ?? tourSteps[0];
  const hole = useHole(step?.place ?? 'canvas');
  const isLast = index === tourSteps.length - 1;

  // The checks may come later than the step that shows what they find.
  useEffect(() => {
    if (ready) goToTourStep(app, app.state.view.tour?.at ?? 0);
  }, [app, ready]);

  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return;
    const put = (): void => {
      const { offsetWidth: width, offsetHeight: height } = element;
      const room = { width: window.innerWidth, height: window.innerHeight };
      const place = placeCard(hole, { width, height }, room);
      setAt((last) => (last?.x === place.x && last.y === place.y ? last : place));
    };
    put();
    // Each step has words of its own, and so a height of its own.
    const observer = new ResizeObserver(put);
    observer.observe(element);
    window.addEventListener('resize', put);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', put);
    };
  }, [hole]);

  // Who was led about starts from what is there now.
  useEffect(
    () => () =>
      void setTimeout(() => {
        if (document.activeElement !== document.body) return;
        if (app.canvas) app.canvas.takeKeyboard();
        else document.querySelector<HTMLElement>('[data-start]')?.focus();
      }),
    [app],
  );

  // The design is in view whatever pane has just been opened or closed.
  useEffect(() => {
    if (step?.place !== 'canvas') return;
    const timer = setTimeout(() => app.focus({ kind: 'fit' }), 60);
    return () => clearTimeout(timer);
  }, [app, step]);

  // Wherever the keyboard is: the rest of the window cannot have it.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const { at: now = 0 } = app.state.view.tour ?? {};
      if (event.key === 'Escape') endTour(app);
      else if (event.key === 'ArrowRight') goToTourStep(app, now + 1);
      else if (event.key === 'ArrowLeft') goToTourStep(app, now - 1);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [app]);

  // A button that is gone, or another window that was looked at, must not leave the keyboard nowhere.
  useEffect(() => {
    const give = (): void => {
      if (!card.current?.contains(document.activeElement)) next.current?.focus();
    };
    if (index === 0) give();
    window.addEventListener('focus', give);
    return () => window.removeEventListener('focus', give);
  }, [index]);

  if (!tour || !step) return null;
  const go = (to: number): void => {
    if (to < tourSteps.length) goToTourStep(app, to);
    else endTour(app);
  };
  const palette = showKeys('mod+k', app.state.host.platform);
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a press on it is for nobody, and must not take the keyboard. */}
      <div
        className={classes.cover}
        data-whole={hole === undefined || undefined}
        onMouseDown={(event) => event.preventDefault()}
      />
      {hole && (
        <div
          data-hole
          className={classes.hole}
          style={{ left: hole.x, top: hole.y, width: hole.width, height: hole.height }}
        />
      )}
      <div
        ref={holder}
        className={classes.card}
        style={{ left: at?.x, top: at?.y, visibility: at ? undefined : 'hidden' }}
        role="dialog"
        aria-modal="true"
        aria-label="Tour"
        aria-describedby={`${id}-words`}
      >
        <div id={`${id}-words`} aria-live="polite" aria-atomic="true">
          <p className={classes.count}>
            Step {index + 1} of {tourSteps.length}
          </p>
          <h2 className={classes.title}>{step.title}</h2>
          <p className={classes.text}>
            {step.text}
            {isLast && ` ${palette} finds every command, this tour among them.`}
          </p>
        </div>
        <div className={classes.buttons}>
          <Button
            className={classes.skip ?? ''}
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => endTour(app)}
          >
            Skip
          </Button>
          {index > 0 && (
            <Button size="compact-sm" variant="default" onClick={() => go(index - 1)}>
              Back
            </Button>
          )}
          <Button ref={next} data-autofocus size="compact-sm" onClick={() => go(index + 1)}>
            {isLast ? 'Done' : 'Next'}
          </Button>
        </div>
        <div className={classes.dots} aria-hidden="true">
          {tourSteps.map(({ place }, dot) => (
            <span key={place} data-on={dot === index || undefined} />
          ))}
        </div>
      </div>
    </>
  );
};

export default TourCard;
