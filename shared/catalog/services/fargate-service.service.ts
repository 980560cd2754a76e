import { kindNotExported } from '../not-exported.ts';
import { choice, integer, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const fargateService = defineService({
  kind: 'fargate-service',
  title: 'ECS Fargate service',
  words: 'ecs fargate container docker task service microservice',
  category: 'compute',
  icon: 'AWSFargate',
  cloudFormation: ['AWS::ECS::Service', 'AWS::ECS::TaskDefinition', 'AWS::ECS::Cluster'],
  placement: { parents: ['subnet', 'vpc'], scope: 'regional', vpc: 'required', subnet: 'required' },
  properties: {
    serviceName: text({ maxLength: 255, cfn: 'ServiceName' }),
    image: text(
      {
        default: 'public.ecr.aws/nginx/nginx:latest',
        required: true,
      } /* AWS::ECS::TaskDefinition#ContainerDefinitions[0].Image */,
    ),
    cpu: choice(
      [256, 512, 1024, 2048, 4096, 8192, 16384],
      { default: 256, unit: 'CPU units' } /* AWS::ECS::TaskDefinition#Cpu */,
    ),
    memory: integer(
      {
        default: 512,
        min: 512,
        max: 122880,
        unit: 'MiB',
        help: '256: 512/1024/2048; 512: 1024-4096; 1024: 2048-8192; 2048: 4096-16384; 4096: 8192-30720 (step 1024); 8192: 16384-61440 (step 4096); 16384: 32768-122880 (step 8192).',
      } /* AWS::ECS::TaskDefinition#Memory */,
    ),
    desiredCount: integer({ default: 1, min: 0, cfn: 'DesiredCount' }),
    containerPort: integer(
      {
        default: 80,
        min: 1,
        max: 65535,
      } /* AWS::ECS::TaskDefinition#ContainerDefinitions[0].PortMappings[0].ContainerPort */,
    ),
    assignPublicIp: choice(['ENABLED', 'DISABLED'], {
      default: 'DISABLED',
      cfn: 'NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp',
    }),
    cpuArchitecture: choice(
      ['X86_64', 'ARM64'],
      { default: 'ARM64' } /* AWS::ECS::TaskDefinition#RuntimePlatform.CpuArchitecture */,
    ),
    platformVersion: text({ default: 'LATEST', cfn: 'PlatformVersion' }),
    ephemeralStorage: integer(
      {
        default: 20,
        min: 20,
        max: 200,
        unit: 'GiB',
        help: '20 GiB is included; 21-200 may be set.',
      } /* AWS::ECS::TaskDefinition#EphemeralStorage.SizeInGiB */,
    ),
    enableExecuteCommand: yesNo({ default: false, cfn: 'EnableExecuteCommand' }),
    minHealthyPercent: integer({
      default: 100,
      min: 0,
      max: 100,
      cfn: 'DeploymentConfiguration.MinimumHealthyPercent',
    }),
    maxPercent: integer({ default: 200, min: 100, cfn: 'DeploymentConfiguration.MaximumPercent' }),
  },
  explain: 'Also stands for one-off tasks started with ecs:RunTask (desiredCount 0).',
  limits: [],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
