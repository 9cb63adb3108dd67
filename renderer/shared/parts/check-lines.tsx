import type { CheckLine } from '../../../main/contract/health.ts';
import { common } from '../texts/common.ts';
import { Icon } from './icon.tsx';

/** Lines of a check: what was looked at, whether it is sound, in words and not by colour alone. */
export function CheckLines({ lines }: { readonly lines: readonly CheckLine[] }) {
  return (
    <ul class="check-lines">
      {lines.map((line, index) => (
        // The same check may be named twice; its place tells them apart.
        <li key={`${index}`} class={line.ok ? 'good' : 'bad'}>
          <Icon name={line.ok ? 'check' : 'warning'} />
          <b>{line.check}</b>
          <span class="said">{line.ok ? common.passed : common.notPassed}</span>
          <span>{line.detail}</span>
        </li>
      ))}
    </ul>
  );
}
