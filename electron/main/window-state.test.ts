import { expect, test } from 'vitest';
import { designsIn } from './handed-over.ts';
import { beside, firstState, fitToScreens, smallest } from './window-state.ts';

const left = { x: 0, y: 0, width: 1920, height: 1080 };
const right = { x: 1920, y: 0, width: 2560, height: 1440 };
const state = { x: 2000, y: 100, width: 1600, height: 1000, maximized: true };

test('a window comes back where it was', () => {
  expect(fitToScreens(state, [left, right])).toEqual(state);
});

test('a window whose screen is gone comes back where it can be seen', () => {
  const { width, height } = fitToScreens(state, [left]);
  expect(fitToScreens(state, [left])).not.toHaveProperty('x');
  expect([width, height]).toEqual([1600, 1000]);
});

test('no window is larger than its screen, smaller than is usable, or out of reach', () => {
  expect(fitToScreens({ ...state, x: 0, y: -50, width: 9000, height: 9000 }, [left])).toMatchObject(
    {
      y: 0,
      width: 1920,
      height: 1080,
    },
  );
  expect(fitToScreens({ ...state, width: 10, height: 10 }, [left])).toMatchObject(smallest);
});

test('the first window is placed by the system', () => {
  expect(fitToScreens(firstState, [left])).toEqual(firstState);
});

test('the second window lies beside the first', () => {
  expect(beside(state)).toMatchObject({ x: 2028, y: 128, maximized: false });
});

test('designs are found on a command line, and nothing else is taken for one', () => {
  expect(
    designsIn(
      ['/usr/bin/isobar', '--user-data-dir=/x.json', '-r', 'a.isobar.json', '/b/C.JSON', 'x.txt'],
      '/home/ada',
    ),
  ).toEqual(['/home/ada/a.isobar.json', '/b/C.JSON']);
});
