import { statfs } from 'node:fs/promises';

/**
 * File systems of Linux that stand on no disk: what they show is made up by the system at each look, is said to
 * have no bytes and may have no end, and reading some of it waits for ever (statfs(2) lists the numbers).
 */
const systems: ReadonlyMap<number, string> = new Map([
  [0x9fa0, 'proc'],
  [0x6265_6572, 'sysfs'],
  [0x1cd1, 'devpts'],
  [0x6462_6720, 'debugfs'],
  [0x7472_6163, 'tracefs'],
  [0x7363_6673, 'securityfs'],
  [0x27_e0eb, 'cgroup'],
  [0x6367_7270, 'cgroup2'],
  [0xcafe_4a11, 'bpf'],
  [0x6165_676c, 'pstore'],
  [0x6265_6570, 'configfs'],
  [0x1980_0202, 'mqueue'],
  [0x4249_4e4d, 'binfmt_misc'],
  [0xde5e_81e4, 'efivarfs'],
  [0xf97c_ff8c, 'selinux'],
]);

/** The name of the system's own file system that a path stands on; null for any that keeps files. */
export async function systemOf(path: string): Promise<string | null> {
  if (process.platform !== 'linux') return null;
  return systems.get((await statfs(path)).type) ?? null;
}
