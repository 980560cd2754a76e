/** The logical id of the instance that takes the writes of a cluster. */
export const writerId = (cluster: string): string => `${cluster}Writer`;

/** The logical ids of its readers. */
export const readerId = (cluster: string, number: number): string => `${cluster}Reader${number}`;
