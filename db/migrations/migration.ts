/** One numbered step of a library's shape. `version` is what `user_version` says afterwards; numbers go up in tens. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}
