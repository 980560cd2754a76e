import { deleteItems, replaceKind } from '../../model/edits/index.ts';
import { isReference } from '../catalog-facts.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { closest } from './closest.ts';

export const modelUnknownKind = defineRule({
  meta: {
    id: 'model/unknown-kind',
    severity: 'error',
    messages: {
      unknown: '{node} has the unknown kind "{kind}"; replace it with a service from the palette.',
    },
    explain:
      'Every box on the canvas is described by a catalog entry that knows its properties, its legal connections and how it is exported. Without that entry nothing can be checked or generated for the box. This usually means that the file was written by a newer version of Isobar, or edited by hand.',
    docs: { title: 'Rules about the design itself', url: 'docs/rules.md#model' },
    overlaps: ['E3006'],
  },
  on: nodes(),
  check(node, _graph, report, { catalog }) {
    const { kind, id } = node;
    if (catalog.kind(kind)) return;
    const similar = closest(
      kind,
      catalog.kinds.map((entry) => entry.kind),
    );
    const known = similar === undefined ? undefined : catalog.kind(similar);
    report({
      message: 'unknown',
      data: { node: named(node), kind },
      fixes: [
        ...(known
          ? [
              {
                title: `Make it a ${known.title}`,
                edit: replaceKind(id, known.kind, {
                  properties: (old) =>
                    Object.fromEntries(
                      Object.entries(old).filter(([name]) => Object.hasOwn(known.properties, name)),
                    ),
                }),
              },
            ]
          : []),
        {
          title: `Remove ${named(node)}`,
          edit: deleteItems([id], { isReference: isReference(catalog) }),
        },
      ],
    });
  },
  examples: {
    good: [
      {
        title: 'a kind of the palette',
        design: design(node('lambda', 'worker', { timeout: { Ref: 'Seconds' } })),
      },
    ],
    bad: [
      {
        title: 'a misspelt kind',
        design: design(node('lamdba', 'worker', { timeout: 10 })),
        expect: ['unknown'],
      },
      {
        title: 'a kind like nothing else',
        design: design(node('quantum-computer', 'q')),
        expect: ['unknown'],
      },
      {
        title: 'a name from the prototype',
        design: design(node('constructor', 'q')),
        expect: ['unknown'],
      },
    ],
  },
});
