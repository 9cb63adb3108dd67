import { describe, expect, it } from 'vitest';
import { describeData } from '../../../main/formats/foreign.ts';

describe('files that are no articles', () => {
  const describeText = (text: string) => describeData(new TextEncoder().encode(text));
  it('are told apart: JSON is data', () => {
    expect(describeText('{"title": "The pier"}\n')).toMatch(/JSON/u);
    expect(describeText('[1, 2]')).toMatch(/JSON/u);
  });
  it('are not texts that only look a little like it', () => {
    expect(describeText('[The pier is closed]')).toBeNull();
    expect(describeText('{note} The pier {closed}')).toBeNull();
    expect(describeText('The pier is closed.')).toBeNull();
  });
});
