import { choice, integer, text } from '../property.ts';
import { defineService } from '../service.ts';

const overVpn = (read: (property: string) => unknown): boolean =>
  read('connectivity') === 'site-to-site-vpn';

export const onPremises = defineService({
  kind: 'on-premises',
  title: 'On-premises network',
  words: 'data center datacenter office vpn direct connect corporate network actor',
  category: 'actor',
  icon: 'actor-on-premises',
  cloudFormation: [],
  placement: { parents: ['canvas'], scope: 'external', vpc: 'none', subnet: 'none' },
  properties: {
    connectivity: choice(['site-to-site-vpn', 'direct-connect', 'internet'], {
      default: 'site-to-site-vpn',
      help: 'How it reaches a VPC: two encrypted tunnels over the internet, a line of its own, or not at all.',
    }),
    cidr: text({
      pattern: '^\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}$',
      when: (read) => read('connectivity') !== 'internet',
      help: 'Its private addresses, such as 192.168.0.0/16; they must not overlap those of the VPC. Empty: its router tells them by BGP.',
    }),
    customerGatewayIp: text({
      pattern: '^\\d{1,3}(\\.\\d{1,3}){3}$',
      when: overVpn,
      help: 'The public address of its VPN device. Empty: asked for at deployment.',
    }),
    bgpAsn: integer({
      default: 65_000,
      emitDefault: true,
      min: 1,
      max: 4_294_967_294,
      when: overVpn,
      advanced: true,
      help: 'The number by which its router speaks BGP; a private one is from 64512 to 65534.',
    }),
  },
  summary: (read) => {
    const range = read('cidr');
    return [
      { 'site-to-site-vpn': 'VPN', 'direct-connect': 'Direct Connect', internet: 'internet' }[
        String(read('connectivity'))
      ] ?? '',
      ...(typeof range === 'string' ? [range] : []),
    ].join(' · ');
  },
  explain:
    'A network outside AWS with machines of your own: an office, a data centre. It reaches a VPC by private addresses over a Site-to-Site VPN, which takes minutes to set up, or over Direct Connect, a line that is ordered and takes weeks. The export makes the side of AWS: the gateway of the VPC, and for a VPN the tunnels; your own router and a Direct Connect line cannot be made by a template.',
  cost: 'A VPN connection by the hour, Direct Connect by the hour of its port, and both for the traffic out of AWS.',
  limits: [
    'One virtual private gateway in a VPC.',
    'Two tunnels of up to 1.25 gigabits per second each for a VPN connection.',
    'Ten VPN connections for a gateway by default (adjustable).',
  ],
  docs: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/VPC_VPN.html',
});
