import { utf8Length } from '../../lib/typescript/strings.ts';
import { emitYaml } from '../../lib/yaml/emit.ts';
import type { Design } from '../../model/design.ts';
import { type Plan, planDesign } from '../plan/plan.ts';
import { stackCircle } from '../plan/stack-circle.ts';
import { templateCircles } from './circles.ts';
import { templateClashes } from './clashes.ts';
import { generatedIds, type ResourceTree } from './generated-ids.ts';
import type { Tree } from './render.ts';
import { type SamTemplate, samTemplates } from './template.ts';

/** What stands in the way of an export before anybody has asked for it. */
export interface Prediction {
  /** Resources that refer to one another in a circle, as paths of logical ids. */
  readonly circles: readonly (readonly string[])[];
  /** What the export cannot say, and the node or connection that asks for it. */
  readonly problems: readonly { readonly message: string; readonly at: string }[];
  /** Logical ids that two would have, and the nodes or connections that ask for them. */
  readonly clashes: readonly Clash[];
  /** How large the templates become, with what SAM makes of them. */
  readonly sizes: readonly TemplateSize[];
  /** Values of nodes that a SAM template takes from that of another region, as parameters. */
  readonly handedOver: readonly HandedOver[];
}

export interface HandedOver {
  /** The node that has the value. */
  readonly at: string;
  readonly parameter: string;
  /** The region of the template that asks for it. */
  readonly region: string;
}

export interface Clash {
  readonly id: string;
  readonly at: string;
  readonly other: string;
}

export interface TemplateSize {
  readonly region: string;
  readonly resources: number;
  readonly parameters: number;
  readonly outputs: number;
  readonly bytes: number;
}

const nothing: Prediction = {
  circles: [],
  problems: [],
  clashes: [],
  sizes: [],
  handedOver: [],
};

/** Plans the export of a design and says what would stop it. */
export const predictExport = (design: Design): Prediction =>
  orNothing(() => {
    const plan = planDesign(design);
    const found = plan.stacks.flatMap((stack) => stack.problems);
    const problems = found
      .filter(({ clash }) => clash === undefined)
      .map(({ message, owner }) => ({ message, at: owner }));
    const clashes = found.flatMap(({ owner, clash }) =>
      clash === undefined ? [] : [{ ...clash, at: owner }],
    );
    // Resources that took each other's ids say nothing more that is certain.
    return clashes.length > 0
      ? { ...nothing, problems, clashes }
      : withProblems(
          orNothing(() => predictTemplates(plan)),
          problems,
        );
  });

/** A design that cannot be planned has other findings, which say why. */
const orNothing = (predict: () => Prediction): Prediction => {
  try {
    return predict();
  } catch {
    return nothing;
  }
};

const withProblems = (prediction: Prediction, problems: Prediction['problems']): Prediction => ({
  ...prediction,
  problems: [...problems, ...prediction.problems],
});

const predictTemplates = (plan: Plan): Prediction => {
  const templates = samTemplates(plan);
  const resourcesOf = ({ tree }: SamTemplate) => tree.Resources as { [id: string]: Tree };
  return {
    circles: templates.flatMap((template) => templateCircles(resourcesOf(template))),
    problems: stackCircle(
      templates.map(({ region, foreign }) => ({ region, needs: foreign.map(({ from }) => from) })),
    ),
    clashes: plan.stacks.flatMap((stack) => {
      const template = templates.find(({ region }) => region === stack.region);
      return (template ? templateClashes(stack, template) : []).flatMap(({ owner, clash }) =>
        clash === undefined ? [] : [{ ...clash, at: owner }],
      );
    }),
    sizes: templates.map(sizeOf),
    handedOver: templates.flatMap(({ region, foreign }) =>
      foreign.map(({ node, parameter }) => ({ at: node, parameter, region })),
    ),
  };
};

/** YAML takes less than three times the room of JSON without spaces, so that most templates need not be written. */
const surelySmall = 300_000;

const sizeOf = ({ region, tree }: SamTemplate): TemplateSize => {
  const resources = Object.entries(tree.Resources as { [id: string]: Tree });
  const compact = JSON.stringify(tree);
  return {
    region,
    resources: resources.reduce(
      (sum, [id, resource]) => sum + 1 + generatedIds(id, resource as ResourceTree).length,
      0,
    ),
    parameters: Object.keys(tree.Parameters ?? {}).length,
    outputs: Object.keys(tree.Outputs ?? {}).length,
    bytes: utf8Length(
      compact.length < surelySmall ? compact : emitYaml(tree, { intrinsics: true }),
    ),
  };
};
