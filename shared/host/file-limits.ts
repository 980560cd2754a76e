/** No file of a person is this large; reading one that is would only take the window down. */
export const largestFile = 64 * 1024 * 1024;
export const largestFileText = '64 MB';

/** Files an export may have, and files that are remembered. */
export const mostOutputFiles = 10_000;
export const mostRecentFiles = 20;
export const mostRecoveries = 50;
