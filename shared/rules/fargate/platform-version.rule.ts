import { setProperty } from '../../model/edits/index.ts';
import { design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';

/** What came with version 1.4.0, in the words of the message; undefined when the task has nothing of it. */
const newerThing = (graph: Graph, task: Node): string | undefined => {
  if (graph.text(task, 'cpuArchitecture') === 'ARM64') return 'processors of the kind ARM64';
  if ((graph.number(task, 'cpu') ?? 0) > 4096) return 'tasks of more than 4 vCPU';
  if ((graph.number(task, 'ephemeralStorage') ?? 20) > 20) return 'more than 20 GiB of disk';
  if (graph.boolean(task, 'enableExecuteCommand') === true) return 'shells in a container';
  if (graph.outgoing(task, { mechanism: 'file-system-mount' }).length > 0) return 'file systems';
  return undefined;
};

const service = (properties: Parameters<typeof node>[2]) =>
  design(inside(node('vpc', 'net'), node('fargate-service', 'shop', properties)));

export const fargatePlatformVersion = defineRule({
  meta: {
    id: 'fargate/platform-version',
    severity: 'error',
    messages: {
      old: '{service} runs on the platform version 1.3.0, which has no {thing}; take the latest version.',
    },
    explain:
      'The platform version is what Fargate runs the tasks on. Version 1.4.0 brought processors of the kind ARM64, large tasks, file systems of EFS, more disk and ECS Exec; a service that asks an older one for them cannot start its tasks.',
    docs: {
      title: 'Fargate platform versions for Amazon ECS',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html',
    },
  },
  on: nodes('fargate-service'),
  check(task, graph, report) {
    if (graph.text(task, 'platformVersion') !== '1.3.0') return;
    const thing = newerThing(graph, task);
    if (thing === undefined) return;
    report({
      message: 'old',
      property: 'platformVersion',
      data: { service: named(task), thing },
      fixes: [
        {
          title: 'Take the latest version',
          edit: setProperty(task.id, 'platformVersion', 'LATEST'),
        },
      ],
    });
  },
  examples: {
    good: [
      {
        title: 'a version that a parameter gives',
        design: service({ platformVersion: { Ref: 'Version' } }),
      },
      { title: 'the latest version', design: service({ ephemeralStorage: 100 }) },
      {
        title: 'a plain task on an old version',
        design: service({ platformVersion: '1.3.0', cpuArchitecture: 'X86_64' }),
      },
    ],
    bad: [
      {
        title: 'ARM64 on an old version',
        design: service({ platformVersion: '1.3.0' }),
        expect: ['old'],
      },
      {
        title: 'more disk on an old version',
        design: service({
          platformVersion: '1.3.0',
          cpuArchitecture: 'X86_64',
          ephemeralStorage: 100,
        }),
        expect: ['old'],
      },
    ],
  },
});
