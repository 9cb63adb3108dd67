import { useEffect, useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import {
  type CitationPlaceholder,
  type CitationPreview,
  CitationTemplate,
  citationPlaceholders,
  defaultCitationTemplate,
} from '../../../main/contract/citations.ts';
import { api } from '../../api/api.ts';
import { Dialog } from '../../shared/parts/dialog.tsx';
import { Tabs } from '../../shared/parts/tabs.tsx';
import { closeOverlay } from '../../shared/state/overlays.ts';
import { changeSettings, settings } from '../../shared/state/settings.ts';
import { common } from '../../shared/texts/common.ts';
import { citationTexts as texts } from './citation-texts.ts';

type Form = keyof typeof texts.forms;
const forms = ['plain', 'markdown', 'html'] as const satisfies readonly Form[];

/** How words are copied with their citation: a template, what it may name, and what comes of it. */
export function CitationForm() {
  const [template, setTemplate] = useState(settings.value.citation);
  const field = useRef<HTMLTextAreaElement>(null);
  const names = v.is(CitationTemplate, template);
  const preview = usePreview(names ? template : null);
  const wrong = !names
    ? texts.noWords
    : preview !== null && preview.unknown.length > 0
      ? texts.unknown(preview.unknown)
      : null;
  const insert = (name: CitationPlaceholder) => {
    const { current } = field;
    if (current === null) return;
    current.setRangeText(`{${name}}`, current.selectionStart, current.selectionEnd, 'end');
    setTemplate(current.value);
    current.focus();
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (wrong !== null) return field.current?.focus();
    closeOverlay();
    void changeSettings({ citation: template });
  };
  return (
    <Dialog title={texts.title} onClose={closeOverlay} size="wide">
      <form class="citation-form" onSubmit={save}>
        <label class="labelled">
          <span>{texts.template}</span>
          <textarea
            ref={field}
            class="field"
            rows={4}
            value={template}
            maxLength={2000}
            spellcheck={false}
            aria-invalid={wrong !== null}
            aria-describedby="citation-wrong citation-hint"
            onInput={(event) => setTemplate(event.currentTarget.value)}
          />
        </label>
        <p id="citation-wrong" class="wrong" role="alert">
          {wrong}
        </p>
        <fieldset class="placeholders">
          <legend>{texts.insert}</legend>
          {citationPlaceholders.map((name) => (
            <button
              key={name}
              type="button"
              class="chip"
              title={texts.placeholders[name]}
              aria-label={texts.insertOne(name, texts.placeholders[name])}
              onClick={() => insert(name)}
            >
              {name}
            </button>
          ))}
        </fieldset>
        <p id="citation-hint" class="hint">
          {texts.optional} {texts.never}
        </p>
        <Preview preview={preview} />
        <footer>
          <button type="button" class="button quiet" onClick={() => setTemplate(defaultCitationTemplate)}>
            {texts.usual}
          </button>
          <button type="button" class="button" onClick={closeOverlay}>
            {common.cancel}
          </button>
          <button type="submit" class="button primary" disabled={wrong !== null}>
            {common.save}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

function Preview({ preview }: { readonly preview: CitationPreview | null }) {
  const [form, setForm] = useState<Form>('plain');
  return (
    <section class="citation-preview" aria-label={texts.preview}>
      <Tabs
        label={texts.preview}
        tabs={forms.map((id) => ({ id, label: texts.forms[id] }))}
        at={form}
        change={setForm}
      />
      <div id="tabpanel" role="tabpanel" aria-labelledby={`tab-${form}`} class={`preview-text ${form}`}>
        {preview?.[form] ?? ''}
      </div>
      <p class="hint">{texts.together}</p>
    </section>
  );
}

/** What the core makes of a template; the last that could be made, while another is being written. */
function usePreview(template: string | null): CitationPreview | null {
  const [preview, setPreview] = useState<CitationPreview | null>(null);
  useEffect(() => {
    if (template === null) return;
    const stop = new AbortController();
    api
      .call('citations.preview', { template }, { signal: stop.signal })
      .then((made) => !stop.signal.aborted && setPreview(made))
      // Another template is on its way, or the connection is gone, which is told elsewhere.
      .catch(() => undefined);
    return () => stop.abort();
  }, [template]);
  return preview;
}
