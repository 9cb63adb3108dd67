import type { WireMessage } from '../contract/index.ts';
import { errorCodes, eventTopics } from '../contract/index.ts';

/** Whether something that came over a pipe is one of the five messages, as far as its envelope tells. */
export function isWireMessage(value: unknown): value is WireMessage {
  if (!isRecord(value)) return false;
  if (value.type === 'event') return (eventTopics as readonly unknown[]).includes(value.topic);
  if (!isCallId(value.id)) return false;
  switch (value.type) {
    case 'call':
      return typeof value.name === 'string';
    case 'cancel':
      return true;
    case 'progress':
      return isRecord(value.progress);
    case 'reply':
      return value.ok === true || (value.ok === false && isErrorData(value.error));
    default:
      return false;
  }
}

/** The id of a message that names one, so that even a malformed call can be answered; else null. */
export function callIdOf(value: unknown): number | null {
  return isRecord(value) && isCallId(value.id) ? value.id : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
function isCallId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}
function isErrorData(value: unknown): boolean {
  return (
    isRecord(value) &&
    (errorCodes as readonly unknown[]).includes(value.code) &&
    typeof value.message === 'string' &&
    isRecord(value.details)
  );
}
