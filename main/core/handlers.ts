import type {
  CheckedInput,
  CheckedJobInput,
  JobName,
  JobOutput,
  MethodName,
  MethodOutput,
  Progress,
} from '../contract/index.ts';

/** What a method's handler may use besides its input. */
export interface CallOptions {
  readonly signal: AbortSignal;
}
/** What a job's handler may use besides its input. It ends with an AbortError soon after the signal aborts. */
export interface JobControl {
  readonly signal: AbortSignal;
  progress(progress: Progress): void;
}

export type MethodHandlers = {
  readonly [Name in MethodName]: (input: CheckedInput<Name>, call: CallOptions) => Promise<MethodOutput<Name>>;
};
export type JobHandlers = {
  readonly [Name in JobName]: (input: CheckedJobInput<Name>, job: JobControl) => Promise<JobOutput<Name>>;
};
