import { alarmAction } from './alarm-action.mechanism.ts';
import { apiIntegration } from './api-integration.mechanism.ts';
import { authorizer } from './authorizer.mechanism.ts';
import { backup } from './backup.mechanism.ts';
import { cache } from './cache.mechanism.ts';
import { catalog } from './catalog.mechanism.ts';
import { certificate } from './certificate.mechanism.ts';
import { codeSource } from './code-source.mechanism.ts';
import { credential } from './credential.mechanism.ts';
import { dataExport } from './data-export.mechanism.ts';
import { dataImport } from './data-import.mechanism.ts';
import { dataSource } from './data-source.mechanism.ts';
import { deadLetter } from './dead-letter.mechanism.ts';
import { directInvoke } from './direct-invoke.mechanism.ts';
import { dnsAlias } from './dns-alias.mechanism.ts';
import { dnsRecord } from './dns-record.mechanism.ts';
import { dnsValidation } from './dns-validation.mechanism.ts';
import { domainMapping } from './domain-mapping.mechanism.ts';
import { edgeAssociation } from './edge-association.mechanism.ts';
import { encryption } from './encryption.mechanism.ts';
import { eventRouting } from './event-routing.mechanism.ts';
import { eventSource } from './event-source.mechanism.ts';
import { eventSourceMapping } from './event-source-mapping.mechanism.ts';
import { eventbridgeTarget } from './eventbridge-target.mechanism.ts';
import { failureDestination } from './failure-destination.mechanism.ts';
import { federation } from './federation.mechanism.ts';
import { fileSystemMount } from './file-system-mount.mechanism.ts';
import { httpCall } from './http-call.mechanism.ts';
import { iamDataAccess } from './iam-data-access.mechanism.ts';
import { identity } from './identity.mechanism.ts';
import { logSubscription } from './log-subscription.mechanism.ts';
import { logging } from './logging.mechanism.ts';
import { metric } from './metric.mechanism.ts';
import { networkAccess } from './network-access.mechanism.ts';
import { networkLink } from './network-link.mechanism.ts';
import { networkPlacement } from './network-placement.mechanism.ts';
import { notification } from './notification.mechanism.ts';
import { origin } from './origin.mechanism.ts';
import { pipeEnrichment } from './pipe-enrichment.mechanism.ts';
import { pipeSource } from './pipe-source.mechanism.ts';
import { pipeTarget } from './pipe-target.mechanism.ts';
import { privateAccess } from './private-access.mechanism.ts';
import { proxy } from './proxy.mechanism.ts';
import { pushInvoke } from './push-invoke.mechanism.ts';
import { pushMessage } from './push-message.mechanism.ts';
import { replication } from './replication.mechanism.ts';
import { route } from './route.mechanism.ts';
import { scaling } from './scaling.mechanism.ts';
import { schedulerTarget } from './scheduler-target.mechanism.ts';
import { securityAttachment } from './security-attachment.mechanism.ts';
import { signIn } from './sign-in.mechanism.ts';
import { stream } from './stream.mechanism.ts';
import { streamDelivery } from './stream-delivery.mechanism.ts';
import { subscriberTarget } from './subscriber-target.mechanism.ts';
import { subscription } from './subscription.mechanism.ts';
import { successDestination } from './success-destination.mechanism.ts';
import { targetGroup } from './target-group.mechanism.ts';
import { tracing } from './tracing.mechanism.ts';
import { transform } from './transform.mechanism.ts';
import { trigger } from './trigger.mechanism.ts';
import { webAcl } from './web-acl.mechanism.ts';
import { workerPoll } from './worker-poll.mechanism.ts';
import { workflowTask } from './workflow-task.mechanism.ts';

/** All mechanisms, in the order of the documentation. */
export const mechanisms = [
  httpCall,
  signIn,
  directInvoke,
  iamDataAccess,
  networkAccess,
  fileSystemMount,
  cache,
  proxy,
  credential,
  dataSource,
  eventSourceMapping,
  pushInvoke,
  subscription,
  trigger,
  transform,
  logSubscription,
  workerPoll,
  eventSource,
  eventRouting,
  eventbridgeTarget,
  subscriberTarget,
  schedulerTarget,
  pipeSource,
  pipeEnrichment,
  pipeTarget,
  notification,
  pushMessage,
  workflowTask,
  deadLetter,
  failureDestination,
  successDestination,
  stream,
  streamDelivery,
  replication,
  dataImport,
  dataExport,
  catalog,
  apiIntegration,
  authorizer,
  domainMapping,
  targetGroup,
  origin,
  edgeAssociation,
  webAcl,
  certificate,
  dnsAlias,
  dnsRecord,
  dnsValidation,
  federation,
  identity,
  networkPlacement,
  networkLink,
  route,
  securityAttachment,
  privateAccess,
  encryption,
  backup,
  scaling,
  logging,
  tracing,
  metric,
  alarmAction,
  codeSource,
] as const;
