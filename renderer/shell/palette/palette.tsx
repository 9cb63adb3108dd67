import { useEffect, useState } from 'preact/hooks';
import type { ArticleId, SpeakerId } from '../../../main/contract/ids.ts';
import { fieldQuery } from '../../shared/lib/query-pieces.ts';
import { shownTitle } from '../../shared/lib/short-words.ts';
import { Dialog } from '../../shared/parts/dialog.tsx';
import { Icon, type IconName } from '../../shared/parts/icon.tsx';
import { isCommand } from '../../shared/state/commands.ts';
import { collections } from '../../shared/state/library.ts';
import { closeOverlay } from '../../shared/state/overlays.ts';
import { navigate } from '../../shared/state/route.ts';
import { lookFor } from '../../shared/state/search.ts';
import { runCommand } from '../commands.ts';
import { find, found, prepare } from './palette-index.ts';
import type { PaletteEntry, PaletteKind } from './palette-search.ts';
import { paletteTexts as texts } from './texts.ts';

const icons: Readonly<Record<PaletteKind, IconName>> = {
  article: 'file',
  person: 'person',
  collection: 'folder',
  code: 'code',
  command: 'chevron',
};

/** Goes to an article, a person, a collection or a code, or runs a command; forgives typing errors. */
export function Palette() {
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const [isEntered, setIsEntered] = useState(false);
  useEffect(() => {
    prepare();
    find('');
  }, []);
  const { entries } = found.value;
  const isAnswered = found.value.words === words;
  const chosen = Math.min(at, entries.length - 1);
  useEffect(() => {
    // Enter before the answer means what is found for the words typed, and nothing of the list before.
    if (isEntered && isAnswered) {
      setIsEntered(false);
      go(entries[chosen]);
    }
  }, [isEntered, isAnswered, entries, chosen]);
  const keys = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setAt((chosen + step + entries.length) % Math.max(1, entries.length));
    else if (event.key === 'Enter') setIsEntered(true);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={texts.title} onClose={closeOverlay} size="palette">
      <input
        class="palette-field"
        role="combobox"
        aria-label={texts.title}
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={chosen >= 0 ? `palette-${chosen}` : undefined}
        aria-autocomplete="list"
        placeholder={texts.placeholder}
        value={words}
        autocomplete="off"
        spellcheck={false}
        autofocus
        onKeyDown={keys}
        onInput={(event) => {
          setWords(event.currentTarget.value);
          setAt(0);
          setIsEntered(false);
          find(event.currentTarget.value);
        }}
      />
      <Entries entries={entries} chosen={chosen} />
      {entries.length === 0 && words !== '' && (
        <p class="palette-none" role="status">
          {texts.nothing}
        </p>
      )}
    </Dialog>
  );
}

function Entries({ entries, chosen }: { readonly entries: readonly PaletteEntry[]; readonly chosen: number }) {
  useEffect(() => {
    document.getElementById(`palette-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div id="palette-list" class="palette-list" role="listbox" aria-label={texts.results}>
      {entries.map((entry, index) => (
        <div
          key={`${entry.kind} ${entry.id}`}
          id={`palette-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          class="palette-entry"
          onClick={() => go(entry)}
          onKeyDown={(event) => event.key === 'Enter' && go(entry)}
        >
          <Icon name={icons[entry.kind]} />
          <b>{shownTitle(entry.title)}</b>
          {entry.detail !== null && <span class="detail">{entry.detail}</span>}
          <span class="kind">{texts.kinds[entry.kind]}</span>
        </div>
      ))}
    </div>
  );
}

function go(entry: PaletteEntry | undefined): void {
  if (entry === undefined) return;
  closeOverlay();
  switch (entry.kind) {
    case 'article':
      navigate({ room: 'reader', article: entry.id as ArticleId });
      return;
    case 'person':
      navigate({ room: 'people', person: entry.id as SpeakerId });
      return;
    case 'code':
      lookFor(fieldQuery('code', entry.id));
      return;
    case 'collection': {
      const collection = collections.value.find((one) => one.id === entry.id);
      if (collection !== undefined) lookFor(collection.query ?? '', collection.query === null ? collection.id : null);
      return;
    }
    case 'command':
      if (isCommand(entry.id)) runCommand(entry.id);
  }
}
