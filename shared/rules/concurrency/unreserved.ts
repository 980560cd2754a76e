/** Concurrent executions of a region that AWS keeps for functions without a reservation. https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html */
export const keptUnreserved = 100;
