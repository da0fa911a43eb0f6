/** The command was written wrongly: the message says how it is written. Exit code 2. */
export class UsageError extends Error {}
