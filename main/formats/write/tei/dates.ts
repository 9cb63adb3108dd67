/** A date as `when`, `from` and `to` take it (W3C's profile of ISO 8601), as exact as it is; null for anything else. */
export function w3cDate(value: string | null): string | null {
  if (value === null) return null;
  if (/^\d{4}(-\d\d){0,2}$/.test(value)) return value;
  const [, minute, second, zone = ''] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/.exec(value) ?? [];
  return minute === undefined ? null : `${minute}${second ?? ':00'}${zone}`;
}
