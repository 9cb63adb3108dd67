import { examineBackup } from '../../core/backups/examine.ts';
import { listBackups } from '../../core/backups/list.ts';
import { libraryFolder } from '../../core/library/session.ts';
import type { Output } from '../output.ts';
import { line } from '../printable.ts';
import type { ExitCode } from '../session.ts';

/** Lists the backups of a library, which needn't open, newest first, and looks at each; 2 when one is not whole. */
export async function backupsCommand(output: Output, signal: AbortSignal, library: string): Promise<ExitCode> {
  const folder = libraryFolder(library);
  const backups = await listBackups(folder);
  if (backups.length === 0 && !output.json) output.remark(line`${folder} has no backup.`);
  if (backups.length > 0 && !output.json)
    output.remark(
      line`A backup holds the database. The originals are not in it: copy the whole folder of the library to keep them too.`,
    );
  let whole = true;
  for (const { name, kind, created, bytes, reason, shape } of backups) {
    if (kind === 'kept-log') {
      const facts = line`${reason}, ${created}, ${bytes} bytes`;
      await output.result(
        { name, created, bytes, reason, shape, ok: null, problem: null },
        () => line`kept   ${name}  ${output.faint(facts)}`,
      );
      continue;
    }
    output.progress(line`looking at ${name}`);
    const { ok, problem } = await examineBackup(folder, name, signal);
    whole &&= ok;
    await output.result({ name, created, bytes, reason, shape, ok, problem }, () => {
      const facts = `${reason}, ${created}, ${bytes} bytes${shape === null ? '' : `, shape ${shape}`}`;
      const words = problem === null ? '' : line`\n       ${problem}`;
      return line`${ok ? 'whole' : output.strong('WRONG')}  ${name}  ${output.faint(facts)}${words}`;
    });
  }
  const aside = backups.filter(({ kind }) => kind !== 'backup');
  const asideBytes = aside.reduce((sum, { bytes }) => sum + bytes, 0);
  if (aside.length > 0 && !output.json)
    output.remark(
      line`What was set aside (${aside.length}, ${asideBytes} bytes) is removed by nothing but “verbatim remove-set-aside”.`,
    );
  return whole ? 0 : 2;
}
