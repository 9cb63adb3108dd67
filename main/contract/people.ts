import type { ArticleId, CodeId, OrganizationId, SpeakerChangeId, SpeakerId, SpeakerRoleId } from './ids.ts';

export interface SpeakerReference {
  readonly id: SpeakerId;
  readonly name: string;
  /** As of then: the role that the article gives. */
  readonly role: string | null;
  readonly organization: string | null;
}

/** Somebody whom the article introduces by name; offered as the speaker of a statement. */
export interface Person {
  readonly name: string;
  readonly role: string | null;
  readonly organization: string | null;
}

export interface Speaker {
  readonly id: SpeakerId;
  readonly name: string;
  readonly statements: number;
}

export interface Organization {
  readonly id: OrganizationId;
  readonly name: string;
}

export const speakerKinds = ['person', 'organization'] as const;

export type SpeakerKind = (typeof speakerKinds)[number];

/** A line of the list of people. */
export interface SpeakerRow {
  readonly id: SpeakerId;
  readonly name: string;
  readonly kind: SpeakerKind;
  /** Suggested and confirmed ones. */
  readonly statements: number;
  readonly aliases: readonly string[];
  /** As the newest of their articles calls them. */
  readonly role: string | null;
  readonly organization: string | null;
  /** The days of their first and last words, at the precision that is known; null where none is. */
  readonly first: string | null;
  readonly last: string | null;
}

/** Another name of somebody. */
export interface SpeakerAlias {
  readonly name: string;
  /** What was noted of the name while it was a person of its own. */
  readonly notes: string;
  /** Set where it was one: taking this back parts the two again. */
  readonly merged: SpeakerChangeId | null;
}

/** An article that says something of somebody. */
export interface SayingArticle {
  readonly id: ArticleId;
  readonly title: string;
}

/** A role over time: as articles give it, or as a person keeps it. */
export interface SpeakerRole {
  readonly role: string | null;
  readonly organization: string | null;
  /** Days at the precision that is known: of the first and the last article that gives it, or as a person wrote them. */
  readonly since: string | null;
  readonly until: string | null;
  readonly firstSaid: SayingArticle | null;
  readonly lastSaid: SayingArticle | null;
  /** Statements made in it. */
  readonly statements: number;
  /** Set where a person keeps it by hand. */
  readonly kept: SpeakerRoleId | null;
}

/** A person's or an organization's page. */
export interface SpeakerDescription {
  readonly id: SpeakerId;
  readonly name: string;
  readonly kind: SpeakerKind;
  /** Whether a person said so; else it follows from the name. */
  readonly isKindKept: boolean;
  readonly notes: string;
  readonly aliases: readonly SpeakerAlias[];
  readonly roles: readonly SpeakerRole[];
  readonly statements: number;
  /** Those of them that nobody has decided about yet. */
  readonly suggested: number;
}

/** What stands around somebody's words, the most first. */
export interface SpeakerSurroundings {
  /** Codes on their words, with how many of their statements carry each. */
  readonly codes: readonly {
    readonly id: CodeId;
    readonly name: string;
    readonly color: number;
    readonly statements: number;
  }[];
  /** Those who speak in the same statements. */
  readonly together: readonly { readonly id: SpeakerId; readonly name: string; readonly count: number }[];
  /** Those who speak in the same articles. */
  readonly alongside: readonly { readonly id: SpeakerId; readonly name: string; readonly count: number }[];
}

/** Statements that were given to somebody else. */
export interface SpeakerMoved {
  /** By which it is taken back. */
  readonly change: SpeakerChangeId;
  readonly to: SpeakerId;
  readonly statements: number;
}

/** Why two names may be one: what the two have in common. */
export const sameNameReasons = [
  'spelling',
  'title',
  'initials',
  'middle-names',
  'family-name',
  'organization',
] as const;

export type SameNameReason = (typeof sameNameReasons)[number];

export interface NamedSpeaker {
  readonly id: SpeakerId;
  readonly name: string;
  readonly statements: number;
  readonly role: string | null;
  readonly organization: string | null;
}

/** Two names that may be one. Nothing joins them but a person. */
export interface SameNameProposal {
  /** The one with the fuller name, which would stay. */
  readonly one: NamedSpeaker;
  readonly other: NamedSpeaker;
  readonly reasons: readonly SameNameReason[];
}
