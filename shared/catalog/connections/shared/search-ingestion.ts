import type { ConnectionReader, StatementTemplate } from '../../connection.ts';
import { integer, type PropertyTable, text } from '../../property.ts';

/** What every pipeline of OpenSearch Ingestion can be told. */
export const ingestionProperties: PropertyTable = {
  indexName: text({
    maxLength: 255,
    pattern: '^[^A-Z_\\-+][^A-Z\\\\/*?"<>| ,#:]*$',
    form: 'No capitals, no blanks and none of \\\\ / * ? " < > | , # :, and neither _, - nor + at the beginning.',
    help: 'The index that the documents are put into. Empty: the id of the source.',
  }),
  maxUnits: integer({
    default: 4,
    min: 1,
    max: 96,
    unit: 'OCU',
    advanced: true,
    help: 'A pipeline grows with the load up to so many compute units; each is paid by the hour, one at least.',
  }),
};

const service = {
  side: 'service-role' as const,
  principal: 'osis-pipelines.amazonaws.com',
};
const isCollection = ({ target }: ConnectionReader): boolean =>
  target('deployment') === 'serverless';

/** What the pipeline may do to its source. */
export const pipelineMay = (
  actions: readonly string[],
  resources: readonly string[],
  when?: StatementTemplate['when'],
): StatementTemplate => ({ ...service, actions, resources, ...(when && { when }) });

/** What it may do to the domain or collection. https://docs.aws.amazon.com/opensearch-service/latest/developerguide/pipeline-security-overview.html */
export const pipelineWrites: readonly StatementTemplate[] = [
  {
    ...service,
    actions: ['es:DescribeDomain'],
    resources: ['{target.arn}'],
    when: (read) => !isCollection(read),
  },
  {
    ...service,
    actions: ['es:ESHttpGet', 'es:ESHttpHead', 'es:ESHttpPost', 'es:ESHttpPut'],
    resources: ['{target.arn}', '{target.arn}/*'],
    when: (read) => !isCollection(read),
  },
  {
    ...service,
    actions: ['aoss:APIAccessAll', 'aoss:BatchGetCollection'],
    resources: ['{target.arn}'],
    when: isCollection,
  },
];

/** What it is and what it costs; each row says first what is read. */
export const ingestionExplain =
  'The export adds a pipeline of OpenSearch Ingestion, which AWS runs and which is paid by the hour, also while nothing comes. With fine-grained access control its role must be given rights in OpenSearch as well.';
