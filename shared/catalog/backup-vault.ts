import type { NodeScope } from './service.ts';

/** The logical id of the vault of a backup plan. */
export const vaultId = ({ id }: NodeScope): string => `${id}Vault`;
