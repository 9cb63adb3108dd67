import { describe, expect, it } from 'vitest';
import { uuidv7 } from '../../../db/uuid.ts';

describe('UUIDv7', () => {
  it('has the version, the variant and the time of RFC 9562', () => {
    const before = Date.now();
    const id = uuidv7();
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const milliseconds = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
    expect(milliseconds).toBeGreaterThanOrEqual(before);
    expect(milliseconds).toBeLessThanOrEqual(Date.now() + 100);
  });

  it('ascends, also within one millisecond and past its counter', () => {
    const ids = Array.from({ length: 20_000 }, uuidv7);
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
  });
});
