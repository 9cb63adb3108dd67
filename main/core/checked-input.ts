import { safeParse } from 'valibot';
import { type CheckedJobInput, type JobName, jobs, type methods, storable, VerbatimError } from '../contract/index.ts';

type InputSchema = (typeof methods)[keyof typeof methods]['input'] | (typeof jobs)[keyof typeof jobs]['input'];

/** What a method or a job was called with, once it is seen to be what the contract says. Throws `bad-input`. */
export function checkedInput<Schema extends InputSchema>(schema: Schema, input: unknown, name: string) {
  const result = safeParse(schema, input);
  // What a person typed or pasted is answered whatever is in it.
  if (result.success) return storable(result.output);
  const issue = result.issues[0];
  // A rule that a person may meet has its own sentence.
  if (issue.message.endsWith('.')) throw new VerbatimError('bad-input', issue.message, { name });
  const where = issue.path?.map((item) => String(item.key)).join('.') ?? '';
  throw new VerbatimError(
    'bad-input',
    `“${name}” was called wrongly${where === '' ? '' : ` (${where})`}: ${issue.message}.`,
    { name, where },
  );
}

/** The same of a job that is known by its name only. */
export function checkedJobInput<Name extends JobName>(name: Name, input: unknown): CheckedJobInput<Name> {
  // The schema of this name gives the input of this name; the table is typed line by line.
  return checkedInput(jobs[name].input, input, name) as CheckedJobInput<Name>;
}
