import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** WCAG 2.2: relative luminance of an sRGB colour `#rrggbb`. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const css = readFileSync(new URL('../../../renderer/shared/styles/tokens.css', import.meta.url), 'utf8');
function tokens(theme: string): (name: string) => string {
  const block = new RegExp(`\\[data-theme="${theme}"\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  const colors = new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
  return (name) => {
    const color = colors.get(name);
    if (color === undefined) throw new Error(`${theme} has no colour --${name}`);
    return color;
  };
}

describe.each(['paper', 'sepia', 'night'])('the theme %s', (theme) => {
  const color = tokens(theme);
  const grounds = ['paper', 'surface', 'raised', 'soft'];
  test.each(['ink', 'ink-2', 'ink-3', 'accent', 'good', 'bad'])('--%s is text: 7:1 on every ground', (text) => {
    for (const ground of grounds)
      expect(contrast(color(text), color(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(7);
  });
  test('text on highlights, on a good state and on an inverted button keeps 7:1', () => {
    for (const mark of ['mark', 'amber', 'green', 'blue', 'rose'])
      expect(contrast(color('ink'), color(mark)), mark).toBeGreaterThanOrEqual(7);
    expect(contrast(color('good'), color('good-soft'))).toBeGreaterThanOrEqual(7);
    expect(contrast(color('paper'), color('ink'))).toBeGreaterThanOrEqual(7);
  });
  test('the edges of controls, the lines of highlights and the codes’ colours keep 3:1', () => {
    const lines = ['amber-line', 'green-line', 'blue-line', 'rose-line'];
    const codes = [0, 1, 2, 3, 4, 5, 6, 7].map((code) => `code-${code}`);
    for (const line of ['edge', ...lines, ...codes])
      for (const ground of ['paper', 'surface', 'raised'])
        expect(contrast(color(line), color(ground)), `${line} on ${ground}`).toBeGreaterThanOrEqual(3);
  });
});
