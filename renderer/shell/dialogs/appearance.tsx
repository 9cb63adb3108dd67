import { Dialog } from '../../shared/parts/dialog.tsx';
import { closeOverlay, overlay } from '../../shared/state/overlays.ts';
import { changeSettings, settings } from '../../shared/state/settings.ts';
import { appearance as texts } from './appearance.ts';
import { citationTexts } from './citation-texts.ts';

/** Theme, reading size and measure, with a specimen set in them. */
export function Appearance() {
  const { textSize, textWidth } = settings.value;
  return (
    <Dialog title={texts.title} onClose={closeOverlay}>
      <ThemeChoice />
      <Slider label={texts.size} unit={texts.pixels(textSize)} least={14} most={30} value={textSize} name="textSize" />
      <Slider
        label={texts.width}
        unit={texts.characters(textWidth)}
        least={48}
        most={84}
        value={textWidth}
        name="textWidth"
      />
      <p class="specimen">{texts.specimen}</p>
      <button
        type="button"
        class="link-button"
        onClick={() => {
          overlay.value = { kind: 'citation' };
        }}
      >
        {citationTexts.title}…
      </button>
    </Dialog>
  );
}

function ThemeChoice() {
  return (
    <fieldset class="themes">
      <legend class="label">{texts.theme}</legend>
      {(['system', 'paper', 'sepia', 'night'] as const).map((theme) => (
        <label key={theme}>
          <input
            type="radio"
            name="theme"
            checked={settings.value.theme === theme}
            onChange={() => void changeSettings({ theme })}
          />
          <span class="theme-sample" data-theme={theme === 'system' ? undefined : theme}>
            Aa
          </span>
          {texts.themes[theme]}
        </label>
      ))}
    </fieldset>
  );
}

function Slider(props: {
  readonly label: string;
  readonly unit: string;
  readonly least: number;
  readonly most: number;
  readonly value: number;
  readonly name: 'textSize' | 'textWidth';
}) {
  return (
    <label class="slider">
      <span class="label">{props.label}</span>
      <input
        type="range"
        min={props.least}
        max={props.most}
        value={props.value}
        aria-valuetext={props.unit}
        onInput={(event) => void changeSettings({ [props.name]: event.currentTarget.valueAsNumber })}
      />
      <output class="figures">{props.unit}</output>
    </label>
  );
}
