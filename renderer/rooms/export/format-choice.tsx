import type { ExportFormat } from '../../../main/contract/exports.ts';
import { exportTexts as texts } from './texts.ts';

type Purpose = keyof typeof texts.purposes;

/** What each way of handing over is for, in the order in which they are offered. */
const offered: Readonly<Record<Purpose, readonly ExportFormat[]>> = {
  keep: ['bagit-zip', 'bagit'],
  read: ['markdown'],
  count: ['csv', 'json-lines'],
  research: ['annotations', 'tei', 'dna'],
};
const purposes = Object.keys(offered) as readonly Purpose[];

/** The ways to hand over, by what they are for. */
export function FormatChoice(props: {
  readonly format: ExportFormat;
  readonly change: (format: ExportFormat) => void;
}) {
  return (
    <fieldset class="formats">
      <legend>{texts.format}</legend>
      {purposes.map((purpose) => (
        <fieldset key={purpose} class="purpose">
          <legend>{texts.purposes[purpose]}</legend>
          <div>
            {offered[purpose].map((format) => (
              <label key={format} class="format">
                <input
                  type="radio"
                  name="format"
                  value={format}
                  checked={props.format === format}
                  onChange={() => props.change(format)}
                />
                <span>
                  <b>{texts.formats[format].name}</b>
                  <span>{texts.formats[format].text}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </fieldset>
  );
}
