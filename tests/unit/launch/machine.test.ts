import { describe, expect, it } from 'vitest';
import { browserCommand, hasDisplay, type Machine, objectionToWindow } from '../../../main/launch/machine.ts';

const machine = (
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv = {},
  user: number | null = 1000,
): Machine => ({
  platform,
  environment,
  user,
});

describe('what a machine can show', () => {
  it('is asked of the environment on Linux, of the remote session on a Mac', () => {
    expect(hasDisplay(machine('linux'))).toBe(false);
    expect(hasDisplay(machine('linux', { DISPLAY: ':0' }))).toBe(true);
    expect(hasDisplay(machine('linux', { WAYLAND_DISPLAY: 'wayland-0' }))).toBe(true);
    expect(hasDisplay(machine('darwin'))).toBe(true);
    expect(hasDisplay(machine('darwin', { SSH_CONNECTION: '10.0.0.7 1 10.0.0.8 22' }))).toBe(false);
    expect(hasDisplay(machine('win32', {}, null))).toBe(true);
  });

  it('decides on the window, and root on Linux keeps its sandbox by doing without', () => {
    expect(objectionToWindow(machine('linux'))).toMatch(/no display/);
    expect(objectionToWindow(machine('linux', { DISPLAY: ':0' }, 0))).toMatch(/sandbox/);
    expect(objectionToWindow(machine('linux', { DISPLAY: ':0' }))).toBeNull();
    expect(objectionToWindow(machine('darwin', {}, 0))).toBeNull();
    expect(objectionToWindow(machine('win32', {}, null))).toBeNull();
  });

  it('decides on the browser: none where nobody could see it', () => {
    expect(browserCommand(machine('linux'))).toBeNull();
    expect(browserCommand(machine('linux', { DISPLAY: 'localhost:10.0', SSH_CONNECTION: 'x' }))).toBeNull();
    expect(browserCommand(machine('linux', { DISPLAY: ':0' }))).toEqual(['xdg-open', []]);
    expect(browserCommand(machine('darwin'))).toEqual(['open', []]);
    expect(browserCommand(machine('win32', {}, null))?.[0]).toBe('rundll32');
  });
});
