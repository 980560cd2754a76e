import { text } from '../property.ts';
import { defineService } from '../service.ts';

export const group = defineService({
  kind: 'group',
  title: 'Group',
  words: 'frame box cluster boundary',
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
    'A group is a frame around nodes that belong together, such as a domain, a team or a step of a process. It means nothing to AWS and changes nothing in the export: the nodes inside are in the Region and the VPC that the group itself stands in. Groups may stand in groups.',
  docs: 'https://docs.aws.amazon.com/wellarchitected/latest/serverless-applications-lens/welcome.html',
});
