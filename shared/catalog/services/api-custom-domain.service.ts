import { kindNotExported } from '../not-exported.ts';
import { choice, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const apiCustomDomain = defineService({
  kind: 'api-custom-domain',
  title: 'API custom domain name',
  category: 'api',
  icon: 'AmazonAPIGateway',
  cloudFormation: [
    'AWS::ApiGateway::DomainName',
    'AWS::ApiGateway::BasePathMapping',
    'AWS::ApiGatewayV2::DomainName',
    'AWS::ApiGatewayV2::ApiMapping',
    'AWS::ApiGateway::DomainNameV2',
    'AWS::AppSync::DomainName',
  ],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    domainName: text({ required: true, maxLength: 253, cfn: 'DomainName' }),
    endpointType: choice(
      ['EDGE', 'REGIONAL', 'PRIVATE'],
      {
        default: 'REGIONAL',
        required: true,
        help: 'EDGE and PRIVATE are for REST APIs only; PRIVATE uses AWS::ApiGateway::DomainNameV2.',
      } /* EndpointConfiguration.Types[0] */,
    ),
    securityPolicy: choice(['TLS_1_0', 'TLS_1_2'], {
      default: 'TLS_1_2',
      help: 'Longer 2025+ policy names (SecurityPolicy_TLS13_...) exist for REST.',
      cfn: 'SecurityPolicy',
    }),
    basePath: text(
      { help: 'ApiMappingKey for V2.' } /* AWS::ApiGateway::BasePathMapping#BasePath */,
    ),
    mutualTlsTruststoreUri: text({
      help: 's3:// URI; regional domains only.',
      cfn: 'MutualTlsAuthentication.TruststoreUri',
    }),
    externalDns: yesNo({ default: false, help: 'The DNS record is kept outside Route 53.' }),
  },
  explain: 'API custom domain name',
  limits: ['120 public custom domain names per region by default'],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
