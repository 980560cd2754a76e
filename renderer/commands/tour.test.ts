import { describe, expect, test } from 'vitest';
import { setDesign } from '../../shared/model/edits/index.ts';
import { newDesign } from '../../shared/model/new-design.ts';
import { ownDocument } from '../store/app-store.ts';
import { isDirty } from '../store/document.ts';
import { loadEngine } from '../store/engine.ts';
import { openApp } from './testing/open-app.ts';
import { endTour, goToTourStep, startTour, tourSteps } from './tour.ts';
import { tourDesign, tourQueue } from './tour-design.ts';

describe('the tour', () => {
  test('has five steps, each of which opens the pane it points at and no other', async () => {
    const { app } = await openApp(newDesign({ name: 'Mine', region: 'eu-west-1' }));
    const closed = { left: false, right: false, bottom: false };
    app.setView({ open: closed });
    startTour(app);
    const opened = tourSteps.map((step, at) => {
      goToTourStep(app, at);
      const { open } = app.state.view;
      expect(open).toEqual(step.pane === undefined ? closed : { ...closed, [step.pane]: true });
      return step.pane;
    });
    expect(opened).toEqual(['left', undefined, 'right', 'bottom', undefined]);
    endTour(app);
    expect(app.state.view.open).toEqual(closed);
  });

  test('gives back the design with its history, what was chosen and what was folded', async () => {
    const { app, design } = await openApp(tourDesign());
    app.edit('Rename', setDesign({ name: 'Mine' }), { select: ['orders'] });
    app.setView({ leftTab: 'outline', locked: new Set(['orders']) });
    const { document, view } = app.state;
    const mine = design();
    startTour(app);
    expect(design()).not.toBe(mine);
    expect(ownDocument(app.state)).toBe(document);
    goToTourStep(app, 3);
    endTour(app);
    expect(app.state.document).toBe(document);
    expect(app.state.view).toEqual({ ...view, focus: { kind: 'fit' } });
    app.undo();
    expect(design().name).toBe('Tour');
  });

  test('leaves no trace: never dirty, and over when it starts again', async () => {
    const { app } = await openApp(newDesign({ name: 'Mine', region: 'eu-west-1' }));
    const own = app.state.document;
    startTour(app);
    goToTourStep(app, 2);
    startTour(app);
    expect(app.state.view.tour?.at).toBe(0);
    expect(app.state.document && isDirty(app.state.document)).toBe(false);
    endTour(app);
    expect(app.state.document).toBe(own);
    expect(app.state.settings.tourSeen).toBe(true);
    endTour(app);
    expect(app.state.document).toBe(own);
  });

  test('shows who can take a line, and a fault that can be mended', async () => {
    const { app } = await openApp(newDesign({ name: 'Mine', region: 'eu-west-1' }));
    app.setEngine(await loadEngine('2026-01-01', () => 0));
    startTour(app);
    goToTourStep(app, 1);
    const { connecting } = app.state.view;
    expect(connecting?.from).toBe(tourQueue);
    expect([...(connecting?.takers ?? [])]).toContain('place-order');
    expect([...(connecting?.takers ?? [])]).not.toContain('web-shop');
    goToTourStep(app, 3);
    expect(app.state.view.connecting).toBeUndefined();
    expect(app.state.view.problems.open).toContain('sqs/visibility-timeout');
    expect(app.state.findings.counts.error).toBe(1);
    const [worst] = app.state.findings.all;
    expect(worst?.fixes).not.toEqual([]);
  });
});
