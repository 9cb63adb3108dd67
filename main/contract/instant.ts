/** ISO 8601 in UTC with milliseconds, as every instant of the contract's replies. */
export type Instant = string;
