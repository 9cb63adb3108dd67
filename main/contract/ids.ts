import * as v from 'valibot';

/**
 * Identities. Rows that leave a library carry a UUIDv7; bytes and texts are named by their SHA-256.
 * Each id is branded, so that an article's id cannot be passed where a statement's is meant.
 */
const uuid = v.pipe(v.string(), v.uuid('not an id'));

export const ArticleId = v.pipe(uuid, v.brand('ArticleId'));
export type ArticleId = v.InferOutput<typeof ArticleId>;
export const RevisionId = v.pipe(uuid, v.brand('RevisionId'));
export type RevisionId = v.InferOutput<typeof RevisionId>;
export const CaptureId = v.pipe(uuid, v.brand('CaptureId'));
export type CaptureId = v.InferOutput<typeof CaptureId>;
export const SpeakerId = v.pipe(uuid, v.brand('SpeakerId'));
export type SpeakerId = v.InferOutput<typeof SpeakerId>;
export const OrganizationId = v.pipe(uuid, v.brand('OrganizationId'));
export type OrganizationId = v.InferOutput<typeof OrganizationId>;
export const StatementId = v.pipe(uuid, v.brand('StatementId'));
export type StatementId = v.InferOutput<typeof StatementId>;
export const AnnotationId = v.pipe(uuid, v.brand('AnnotationId'));
export type AnnotationId = v.InferOutput<typeof AnnotationId>;
/** A role that a person keeps of a speaker. */
export const SpeakerRoleId = v.pipe(uuid, v.brand('SpeakerRoleId'));
export type SpeakerRoleId = v.InferOutput<typeof SpeakerRoleId>;
/** Statements that were given to another speaker, many at once; it can be taken back. */
export const SpeakerChangeId = v.pipe(uuid, v.brand('SpeakerChangeId'));
export type SpeakerChangeId = v.InferOutput<typeof SpeakerChangeId>;
export const CodeId = v.pipe(uuid, v.brand('CodeId'));
export type CodeId = v.InferOutput<typeof CodeId>;
export const CollectionId = v.pipe(uuid, v.brand('CollectionId'));
export type CollectionId = v.InferOutput<typeof CollectionId>;
export const EventId = v.pipe(uuid, v.brand('EventId'));
export type EventId = v.InferOutput<typeof EventId>;
/** A page that a file told of and that is not in the library. */
export const AwaitedPageId = v.pipe(uuid, v.brand('AwaitedPageId'));
export type AwaitedPageId = v.InferOutput<typeof AwaitedPageId>;
/** One run of an import, whose report is kept in the library. */
export const ImportId = v.pipe(uuid, v.brand('ImportId'));
export type ImportId = v.InferOutput<typeof ImportId>;
/** A job of the running core; it is not kept in the library. */
/** An act on many statements, for as long as the library stays open. */
export const ActId = v.pipe(uuid, v.brand('ActId'));
export const JobId = v.pipe(uuid, v.brand('JobId'));
export type ActId = v.InferOutput<typeof ActId>;
export type JobId = v.InferOutput<typeof JobId>;

/** Lower-case hexadecimal SHA-256 of bytes, or of a text's UTF-8 form. */
export const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'not a SHA-256'), v.brand('Sha256'));
export type Sha256 = v.InferOutput<typeof Sha256>;

/**
 * A capability for a file or folder that a person chose (dialog, drop, upload). The renderer holds
 * the token and never a path; only the host that issued it can turn it into one.
 */
export const GrantId = v.pipe(v.string(), v.minLength(16), v.maxLength(128), v.brand('GrantId'));
export type GrantId = v.InferOutput<typeof GrantId>;
