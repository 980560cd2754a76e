/** Errors of cdk-nag that stand in our exports, and why they may. */
export const explainedNag: readonly { readonly rule: string; readonly why: string }[] = [];
