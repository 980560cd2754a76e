import { expect, test } from 'vitest';
import { stackCircle } from './stack-circle.ts';

test('finds no circle where there is an order', () => {
  expect(
    stackCircle([
      { region: 'eu-west-1', needs: ['us-east-1'] },
      { region: 'us-east-1', needs: ['ap-south-1'] },
      { region: 'ap-south-1', needs: [] },
    ]),
  ).toEqual([]);
});

test('names the stacks that wait for each other', () => {
  expect(
    stackCircle([
      { region: 'us-east-1', needs: ['eu-west-1'] },
      { region: 'eu-west-1', needs: ['us-east-1', 'ap-south-1'] },
      { region: 'ap-south-1', needs: [] },
    ])[0]?.message,
  ).toContain('eu-west-1 and us-east-1');
});
