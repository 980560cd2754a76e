import { text } from '../property.ts';
import { defineService } from '../service.ts';

export const group = defineService({
  kind: 'group',
  title: 'Group',
  category: 'container',
  icon: 'container-group',
  cloudFormation: [],
  placement: {
    isContainer: true,
    parents: ['canvas', 'region', 'vpc', 'subnet', 'group'],
    scope: 'external',
    vpc: 'none',
    subnet: 'none',
  },
  properties: {
    description: text({ help: 'What the group stands for.' }),
  },
  explain:
    'A frame around nodes that belong together, such as a domain or a team. It means nothing to AWS and changes nothing in the export.',
  docs: 'https://docs.aws.amazon.com/wellarchitected/latest/serverless-applications-lens/welcome.html',
});
