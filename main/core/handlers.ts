import type {
  CheckedInput,
  CheckedJobInput,
  ImportId,
  JobName,
  JobOutput,
  MethodName,
  MethodOutput,
  Progress,
} from '../contract/index.ts';

/** What a method's handler may use besides its input. */
export interface CallOptions {
  readonly signal: AbortSignal;
  /** Hears of progress, where whoever calls listens to it. */
  readonly progress?: (progress: Progress) => void;
}
/** What a job's handler may use besides its input. It ends with an AbortError soon after the signal aborts. */
export interface JobControl {
  readonly signal: AbortSignal;
  progress(progress: Progress): void;
}

/** What the registry gives a job's handler besides. */
export interface QueuedJobControl extends JobControl {
  /** Aborts when a person wants the job to end what is under way and begin nothing more. */
  readonly pausing: AbortSignal;
  /** Says what the job is about. */
  about(what: { readonly label: string; readonly import?: ImportId }): void;
  /** Resolves when the jobs before it have ended, or when it is to end itself. For a job that asks for its turn. */
  turn(): Promise<void>;
}

export type MethodHandlers = {
  readonly [Name in MethodName]: (input: CheckedInput<Name>, call: CallOptions) => Promise<MethodOutput<Name>>;
};
export type JobHandlers = {
  readonly [Name in JobName]: (input: CheckedJobInput<Name>, job: QueuedJobControl) => Promise<JobOutput<Name>>;
};
