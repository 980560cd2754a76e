import type { ExportProblem } from '../exported.ts';
import type { Plan } from './plan.ts';

/** AWS takes no template without a resource: a drawing of clients and groups has nothing that could be deployed. */
export const nothingToDeploy = (plan: Plan): readonly ExportProblem[] =>
  plan.stacks.some(({ resources }) => resources.size > 0)
    ? []
    : [
        {
          message:
            'There is nothing to deploy: clients, groups and what runs outside AWS, or exists there already, become no resources. Add a service such as a function or a queue.',
          at: '',
        },
      ];
