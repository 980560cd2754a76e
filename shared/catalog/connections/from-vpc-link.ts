import { connectionsFrom } from '../connection.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import { privateAccess } from '../mechanisms/private-access.mechanism.ts';
import type { Kind } from '../services/index.ts';

export const fromVpcLink = connectionsFrom<Kind>('vpc-link', {
  subnet: networkPlacement({
    label: 'is in',
    delivery: 'config',
    gesture: 'both',
    reversible: true,
    explain:
      'The link gets a network interface in one subnet of each zone, and cannot move afterwards. A private subnet is right for it.',
    docs: 'Set up VPC links V2 in API Gateway',
  }),
  alb: privateAccess({
    label: 'connects to',
    explain:
      'The usual way to something private: routes of an API that use the link end at this load balancer, and its security group lets the link in. An internal load balancer is enough.',
    docs: 'Set up VPC links V2 in API Gateway',
    options: { to: 'load-balancer' },
  }),
  nlb: privateAccess({
    label: 'connects to',
    explain:
      'For programs that stand behind a Network Load Balancer, and the only way for links of v1 and for WebSocket APIs.',
    docs: 'Set up VPC links V2 in API Gateway',
    options: { to: 'load-balancer', byFirstVersion: true },
  }),
  'fargate-service': privateAccess({
    label: 'connects by Cloud Map to',
    explain:
      'Without a load balancer: ECS enters each task with its port in AWS Cloud Map, and an HTTP API asks there whom to call. It costs less than a load balancer, but nobody checks whether a task is well before it gets a request.',
    docs: 'Create private integrations for HTTP APIs in API Gateway',
    options: { to: 'container' },
  }),
});
