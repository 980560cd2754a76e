import { expect, test } from 'vitest';
import { exportCdk } from '../../../../shared/exporters/cdk/cdk.ts';
import { planDesign } from '../../../../shared/exporters/plan/plan.ts';
import { exportSam } from '../../../../shared/exporters/sam/sam.ts';
import { templateFiles } from '../../../../shared/exporters/testing/templates.ts';
import { deployCommands, openValues, statusSummary, toWrite } from './export-choices.ts';

test.each(templateFiles.map(({ title, design }) => [title, design] as const))(
  'the commands that deploy %s are those of its README',
  (_title, design) => {
    const plan = planDesign(design);
    const sam = exportSam(plan).files;
    const commands = deployCommands(sam);
    expect(commands).toHaveLength(plan.stacks.length);
    for (const command of commands) expect(command).toMatch(/^sam build[\s\S]*\nsam deploy/);
    const [cdk] = deployCommands(exportCdk(planDesign(design)).files);
    expect(cdk).toMatch(/^npm install\n[\s\S]*cdk deploy/);
  },
);

test('files without a README have no commands', () => expect(deployCommands([])).toEqual([]));

test('what the design leaves open is said once, and in plain text', () => {
  const site = templateFiles.find(({ title }) => title === 'edge-site');
  if (!site) throw new Error('There is no such template.');
  const open = [{ name: 'ZoneHostedZoneId', meaning: 'Id of the hosted zone example.com.' }];
  expect(openValues(exportSam(planDesign(site.design)).files)).toEqual(open);
  expect(openValues(exportCdk(planDesign(site.design)).files)).toEqual(open);
  const readme = { path: 'README.md', text: '- `Key`: What is \\_yours\\_.\n' };
  expect(openValues([readme])).toEqual([{ name: 'Key', meaning: 'What is _yours_.' }]);
});

test('what writing would do is said in one line', () => {
  const statuses = [
    { path: 'a', status: 'new' },
    { path: 'b', status: 'changed', before: '' },
    { path: 'c', status: 'same', before: '' },
    { path: 'd', status: 'same', before: '' },
  ] as const;
  expect(statusSummary(statuses)).toBe('4 files: 1 new, 1 changed, 2 the same');
  expect(toWrite(statuses)).toBe(2);
});
