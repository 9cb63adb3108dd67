/** The form of a statement: who said it, as what, how, and when. */
export const statementFormTexts = {
  title: 'Statement',
  speaker: 'Speaker',
  speakerHint: 'Name, as full as the article gives it',
  speakerNumber: (number: number) => `Speaker ${number}`,
  removeSpeaker: (number: number) => `Remove speaker ${number}`,
  addSpeaker: 'Another speaker',
  described: 'Without a name: described as',
  describedHint: 'a spokeswoman for the port',
  role: 'Role then',
  organization: 'Organisation then',
  kind: 'Kind',
  said: 'Said on',
  kindHint: (meaning: string) => `Kind: ${meaning}.`,
  saidHint: 'Said on: a year, month or day, as 2016-11-16; empty when not stated.',
  saidBad: 'Write a date like 2016, 2016-11 or 2016-11-16.',
  save: 'Save',
  make: 'Make a statement',
} as const;
/** What is done with a statement when it is decided about, as the list of keys says it. */
export const triageTexts = {
  confirm: 'Confirm the statement (accept it)',
  reject: 'Reject the statement',
  takeBack: 'Make it a suggestion again',
  correct: 'Correct the statement',
  elsewhere: 'Its words elsewhere',
  copy: 'Copy with citation',
} as const;
