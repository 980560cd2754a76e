import { setProperty } from '../../model/edits/index.ts';
import { design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/**
 * The memory that goes with each CPU size, in MiB: from, to, and the step between.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html
 */
const sizes: Readonly<Record<number, readonly [from: number, to: number, step: number]>> = {
  256: [512, 2048, 0],
  512: [1024, 4096, 1024],
  1024: [2048, 8192, 1024],
  2048: [4096, 16_384, 1024],
  4096: [8192, 30_720, 1024],
  8192: [16_384, 61_440, 4096],
  16384: [32_768, 122_880, 8192],
};

/** The memory sizes that a CPU size takes, the smallest first; the smallest CPU has three of its own. */
const memoriesOf = (cpu: number): readonly number[] | undefined => {
  const size = sizes[cpu];
  if (size === undefined) return undefined;
  const [from, to, step] = size;
  if (step === 0) return [512, 1024, 2048];
  return Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step);
};

const service = (properties: Parameters<typeof node>[2]) =>
  design(inside(node('vpc', 'net'), node('fargate-service', 'shop', properties)));

export const fargateCpuMemory = defineRule({
  meta: {
    id: 'fargate/cpu-memory',
    severity: 'error',
    messages: {
      pair: '{service} has {cpu} CPU units and {memory} MiB; with {cpu} units Fargate takes {allowed} MiB. Set the memory to {want} MiB.',
    },
    explain:
      'Fargate rents out fixed sizes: each amount of CPU comes with a range of memory, in steps. Another combination is refused when the task definition is made.',
    docs: {
      title: 'Troubleshoot Amazon ECS task definition invalid CPU or memory errors',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html',
    },
  },
  on: nodes('fargate-service'),
  check(task, graph, report) {
    const cpu = graph.number(task, 'cpu');
    const memory = graph.number(task, 'memory');
    if (cpu === undefined || memory === undefined) return;
    const allowed = memoriesOf(cpu);
    if (allowed === undefined || allowed.includes(memory)) return;
    const want = allowed.find((size) => size >= memory) ?? allowed.at(-1) ?? memory;
    const [first, second] = allowed;
    report({
      message: 'pair',
      data: {
        service: named(task),
        cpu,
        memory,
        want,
        allowed:
          allowed.length === 3
            ? allowed.join(', ')
            : `${first ?? ''} to ${allowed.at(-1) ?? ''} (in steps of ${(second ?? 0) - (first ?? 0)})`,
      },
      fixes: [
        { title: `Set the memory to ${want} MiB`, edit: setProperty(task.id, 'memory', want) },
      ],
    });
  },
  examples: {
    good: [
      { title: 'the smallest task', design: service({}) },
      { title: 'four cores and 30 GiB', design: service({ cpu: 4096, memory: 30_720 }) },
      { title: 'memory that a parameter gives', design: service({ memory: { Ref: 'Memory' } }) },
    ],
    bad: [
      {
        title: 'a size between two',
        design: service({ cpu: 256, memory: 900 }),
        expect: ['pair'],
      },
      {
        title: 'much processor and little memory',
        design: service({ cpu: 16_384, memory: 512 }),
        expect: ['pair'],
      },
    ],
  },
});
