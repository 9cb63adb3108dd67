/** A larger member of a container is refused: it would be held in memory while it is read. */
export const largestMember = 256 * 1024 * 1024;

export const tooLargeMember =
  'It has more than 256 MB; out of a container, files of up to 256 MB are taken. Unpack the container and add the file.';

/** Why a member that leads nowhere good is left in its container. */
export function notUnpacked(reason: string): string {
  return `It was not unpacked: ${reason}. Unpack the container yourself if you trust it, and add the file.`;
}
