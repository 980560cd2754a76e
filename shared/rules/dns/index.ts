import type { Rule } from '../rule.ts';
import { dnsAliasMissingOnTarget } from './alias-missing-on-target.rule.ts';
import { dnsAliasTarget } from './alias-target.rule.ts';
import { dnsApexCname } from './apex-cname.rule.ts';
import { dnsPrivateZoneWithoutVpc } from './private-zone-without-vpc.rule.ts';
import { dnsRecordOutsideZone } from './record-outside-zone.rule.ts';

export const dnsRules: readonly Rule[] = [
  dnsApexCname,
  dnsAliasTarget,
  dnsRecordOutsideZone,
  dnsAliasMissingOnTarget,
  dnsPrivateZoneWithoutVpc,
];
