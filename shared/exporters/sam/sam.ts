import { compareText } from '../../lib/order.ts';
import { emitYaml, type YamlOptions } from '../../lib/yaml/emit.ts';
import { type Export, type ExportedFile, type LineListener, tellFile } from '../exported.ts';
import { nothingToDeploy } from '../plan/nothing-to-deploy.ts';
import type { Plan } from '../plan/plan.ts';
import { stackCircle } from '../plan/stack-circle.ts';
import { templateCircles } from './circles.ts';
import { templateClashes } from './clashes.ts';
import { samReadme } from './readme.ts';
import type { Tree } from './render.ts';
import { samConfig } from './samconfig.ts';
import { samStacks } from './stacks.ts';
import type { SamTemplate } from './template.ts';

/** Writes the design as SAM templates, one for each region, with all that `sam deploy` needs. */
export const exportSam = (plan: Plan, onLines?: LineListener): Export => {
  const problems = plan.stacks.flatMap((stack) =>
    stack.problems.map(({ message, owner }) => ({ message, at: owner })),
  );
  if (problems.length > 0) return { files: [], problems };
  const nothing = nothingToDeploy(plan);
  if (nothing.length > 0) return { files: [], problems: nothing };
  const stacks = samStacks(plan);
  const stuck = stackCircle(
    stacks.map(({ template }) => ({
      region: template.region,
      needs: template.foreign.map(({ from }) => from),
    })),
  );
  if (stuck.length > 0) return { files: [], problems: stuck };
  const clashes = stacks.flatMap(({ template }) => {
    const stack = plan.stacks.find(({ region }) => region === template.region);
    return stack ? templateClashes(stack, template) : [];
  });
  if (clashes.length > 0)
    return {
      files: [],
      problems: clashes.map(({ message, owner }) => ({ message, at: owner })),
    };
  const circles = stacks.flatMap(({ template }) =>
    templateCircles(template.tree.Resources as { [id: string]: Tree }),
  );
  if (circles.length > 0)
    return {
      files: [],
      problems: circles.map((circle) => ({
        message: `The template would refer to itself in a circle, which CloudFormation cannot create: ${circle.join(' → ')}. Give one of them a fixed name, or take out the setting by which it knows the other.`,
        at: '',
      })),
    };
  const files: ExportedFile[] = stacks.map(({ template, file }) => ({
    path: file,
    text: emitYaml(template.tree, { intrinsics: true, ...spansOf(plan, template, file, onLines) }),
  }));
  for (const stack of plan.stacks)
    for (const [path, text] of stack.files) {
      files.push({ path, text });
      tellFile(onLines, path, text, stack.fileOwners.get(path));
    }
  files.push(
    { path: 'samconfig.toml', text: samConfig(plan, stacks) },
    { path: 'README.md', text: samReadme(plan, stacks) },
    { path: '.gitignore', text: '.aws-sam/\nnode_modules/\n' },
  );
  return { files: files.sort((a, b) => compareText(a.path, b.path)), problems: [] };
};

/** Tells whose the lines of a template are; nothing is asked of the writer when nobody listens. */
const spansOf = (
  plan: Plan,
  { region }: SamTemplate,
  path: string,
  onLines: LineListener | undefined,
): Pick<YamlOptions, 'spans'> => {
  const origins = plan.stacks.find((stack) => stack.region === region)?.origins;
  if (!onLines || !origins) return {};
  return {
    spans: (value, first, last) => {
      for (const owner of origins.of(value)) onLines({ path, first, last, owner });
    },
  };
};
