import { type ExportFormat, exportFormats } from '../../../main/contract/exports.ts';
import { exportTexts as texts } from './texts.ts';

/** The ways to hand over, each with what it is for. */
export function FormatChoice(props: {
  readonly format: ExportFormat;
  readonly change: (format: ExportFormat) => void;
}) {
  return (
    <fieldset class="formats">
      <legend>{texts.format}</legend>
      {exportFormats.map((format) => (
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
    </fieldset>
  );
}
