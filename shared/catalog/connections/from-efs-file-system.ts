import { connectionsFrom } from '../connection.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import type { Kind } from '../services/index.ts';

export const fromEfsFileSystem = connectionsFrom<Kind>('efs-file-system', {
  subnet: networkPlacement({
    label: 'runs in',
    delivery: 'config',
    gesture: 'both',
    reversible: true,
    explain:
      'The file system gets a mount target, which is an address, in one subnet of each zone. Clients use that of their own zone.',
    docs: 'Managing mount targets',
  }),
});
