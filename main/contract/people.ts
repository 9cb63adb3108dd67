import type { OrganizationId, SpeakerId } from './ids.ts';

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
