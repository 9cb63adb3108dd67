import type { ExportResult } from '../../../main/contract/exports.ts';
import { bytes } from '../../shared/lib/figures.ts';
import { CheckLines } from '../../shared/parts/check-lines.tsx';
import { Icon } from '../../shared/parts/icon.tsx';
import { exportTexts as texts } from './texts.ts';

/** What was handed over, where it is, what was left out and why, and the validation line by line. */
export function ExportResultView({ result, again }: { readonly result: ExportResult; readonly again: () => void }) {
  const sound = result.leftOut.length === 0 && result.validation.every((line) => line.ok);
  return (
    <section class="export-result" aria-label={texts.done}>
      <div role="status">
        <h2>{sound ? texts.done : texts.doneSome}</h2>
      </div>
      <p>{texts.counts(result.articles, result.statements, result.annotations)}</p>
      <p class="muted figures">
        {texts.formats[result.format].name}: {texts.files(result.files, bytes(result.bytes))}
      </p>
      {result.written !== null && (
        <p>
          {texts.written} <span class="mono">{result.written}</span>
        </p>
      )}
      <div class="actions">
        {result.download !== null && (
          <a class="button primary" href={result.download.url} download={result.download.name}>
            <Icon name="download" /> {texts.download} {result.download.name}
          </a>
        )}
        <button type="button" class="button" onClick={again}>
          {texts.again}
        </button>
      </div>
      <LeftOut items={result.leftOut} />
      <BrokenSeals items={result.brokenSeals} />
      {result.validation.length > 0 && (
        <>
          <h3>{texts.validation}</h3>
          <CheckLines lines={result.validation} />
        </>
      )}
    </section>
  );
}

function LeftOut({ items }: { readonly items: ExportResult['leftOut'] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h3>{texts.leftOut}</h3>
      <p>{texts.leftOutText(items.length)}</p>
      <ul class="left-out">
        {items.map((item) => (
          <li key={item.id}>
            <span class="muted">{texts.kinds[item.kind]}</span> <b>{item.label}</b>
            <span>{item.reason}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What left with a broken seal: the file says so with each, and here it is said too. */
function BrokenSeals({ items }: { readonly items: ExportResult['brokenSeals'] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h3>{texts.brokenSeals}</h3>
      <p>{texts.brokenSealsText(items.length)}</p>
      <ul class="left-out">
        {items.map((item) => (
          <li key={item.id}>
            <b>{item.label}</b>
            <span>{item.reason}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
