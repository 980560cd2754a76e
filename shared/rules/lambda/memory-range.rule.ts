import { setProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** In MB, in steps of 1. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const least = 128;
const most = 10_240;

export const lambdaMemoryRange = defineRule({
  meta: {
    id: 'lambda/memory-range',
    severity: 'error',
    messages: {
      outside: '{node}: {memorySize} MB is outside 128-10,240 MB; set a value in the range.',
      notWhole: '{node}: {memorySize} MB is no whole number; memory is set in steps of 1 MB.',
    },
    explain:
      'Memory is the only size knob of a function: CPU share and network bandwidth grow with it. AWS rejects any value outside the range. New accounts may get a lower memory quota until AWS raises it.',
    docs: {
      title: 'Lambda quotas',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
    },
    overlaps: ['E3034'],
  },
  on: nodes('lambda', 'lambda-edge'),
  check(node, graph, report) {
    const memorySize = graph.number(node, 'memorySize');
    if (memorySize === undefined) return;
    const isInside = memorySize >= least && memorySize <= most;
    if (isInside && Number.isInteger(memorySize)) return;
    const wanted = Math.min(Math.max(Math.round(memorySize), least), most);
    report({
      message: isInside ? 'notWhole' : 'outside',
      property: 'memorySize',
      data: { node: named(node), memorySize },
      fixes: [
        {
          title: `Set the memory to ${wanted} MB`,
          edit: setProperty(node.id, 'memorySize', wanted),
        },
      ],
    });
  },
  examples: {
    good: [
      {
        title: 'a value in the range',
        design: design(node('lambda', 'worker', { memorySize: 512 })),
      },
      { title: 'the default', design: design(node('lambda', 'worker')) },
      {
        title: 'a value set by a parameter',
        design: design(node('lambda', 'worker', { memorySize: { Ref: 'Memory' } })),
      },
    ],
    bad: [
      {
        title: 'too much',
        design: design(node('lambda', 'worker', { memorySize: 12_000 })),
        expect: ['outside'],
      },
      {
        title: 'too little',
        design: design(node('lambda-edge', 'header', { memorySize: 64 })),
        expect: ['outside'],
      },
      {
        title: 'half a megabyte',
        design: design(node('lambda', 'worker', { memorySize: 512.5 })),
        expect: ['notWhole'],
      },
    ],
  },
});
