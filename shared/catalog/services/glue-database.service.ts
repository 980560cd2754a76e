import { kindNotExported } from '../not-exported.ts';
import { list, text } from '../property.ts';
import { defineService } from '../service.ts';

export const glueDatabase = defineService({
  kind: 'glue-database',
  title: 'AWS Glue Data Catalog database',
  words: 'glue data catalog database table metastore schema',
  category: 'analytics',
  icon: 'AWSGlue',
  cloudFormation: ['AWS::Glue::Database', 'AWS::Glue::Table'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    databaseName: text({
      required: true,
      maxLength: 255,
      pattern: '^[a-z0-9_]+$',
      cfn: 'DatabaseInput.Name',
    }),
    description: text({ maxLength: 2048, cfn: 'DatabaseInput.Description' }),
    locationUri: text({ cfn: 'DatabaseInput.LocationUri' }),
    tables: list(/* AWS::Glue::Table#TableInput */),
  },
  explain: 'AWS Glue Data Catalog database',
  limits: [],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
