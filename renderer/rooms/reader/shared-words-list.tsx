import type { ComponentChildren } from 'preact';
import type { Span } from '../../../main/contract/canonical-text.ts';
import type { Statement } from '../../../main/contract/statements.ts';
import { shortWords } from '../../shared/lib/short-words.ts';
import { whoSpeaks } from '../../shared/statement/who-speaks.ts';
import { joinStatement } from './correct-words.ts';
import { goToEntry } from './go-to-entry.ts';
import { useReader } from './model.ts';
import { canJoin, isInTheWay, type Sharing, sharedBy } from './shared-words.ts';
import { reader } from './texts.ts';

const texts = reader.shared;

/** Which statements stand on the same words as the one of a card; each is gone to by a press. */
export function SharedOnCard({ statement }: { readonly statement: Statement }) {
  const model = useReader();
  return (
    <Shared
      sharing={sharedBy(model.statements.value, statement.spans, { own: statement })}
      act={({ statement: other }) => {
        const entry = model.entries.value.find(({ id }) => id === other.id);
        return entry === undefined ? null : (
          <button type="button" class="link-button" onClick={() => goToEntry(model, entry)}>
            {texts.goTo}
          </button>
        );
      }}
    />
  );
}

/** The same while words are corrected: what is in the way of saving them, and the way out of it. */
export function SharedWhileCorrecting({ statement }: { readonly statement: Statement }) {
  const model = useReader();
  const corrected = model.corrected.value;
  if (corrected === null) return null;
  const { spans, joins } = corrected;
  return (
    <Shared
      isLive
      sharing={sharedBy(model.statements.value, spans, { own: statement, joins })}
      act={(one) =>
        canJoin(statement, one.statement) ? (
          <button type="button" class="link-button" onClick={() => joinStatement(model, statement, one.statement)}>
            {texts.join}
          </button>
        ) : isInTheWay(one) ? (
          texts.otherSpeaker
        ) : null
      }
    />
  );
}

/** The same of words of which a statement is being made. */
export function SharedByDraft({ span }: { readonly span: Span }) {
  const model = useReader();
  return (
    <Shared
      sharing={sharedBy(model.statements.value, [span], { own: null })}
      act={(one) => (isInTheWay(one) ? texts.instead : null)}
    />
  );
}

function Shared({ sharing, act, isLive = false }: SharedProps) {
  const list = sharing.length > 0 && (
    <ul>
      {sharing.map((one) => (
        <li key={one.statement.id} class={one.how === 'same' || one.how === 'across' ? 'warned' : undefined}>
          {texts.how[one.how](whoSpeaks(one.statement))} <q dir="auto">{shortWords(one.statement.text)}</q> {act(one)}
        </li>
      ))}
    </ul>
  );
  // What is read out as it comes must have been there, empty, before.
  if (isLive)
    return (
      <div class="shared-words" role="status">
        {list}
      </div>
    );
  return sharing.length === 0 ? null : <div class="shared-words">{list}</div>;
}

interface SharedProps {
  readonly sharing: readonly Sharing[];
  readonly act: (one: Sharing) => ComponentChildren;
  /** It comes and goes while somebody moves an edge. */
  readonly isLive?: boolean;
}
