import { lexer, type Token, type Tokens } from 'marked';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';

/**
 * A note's Markdown as elements. It is read into tokens and drawn from them: HTML in a note is shown as the
 * characters it is, links show their address, and pictures only their description.
 */
export function NoteText({ text }: { readonly text: string }) {
  const tokens = useMemo(() => lexer(text, { gfm: true, breaks: true }), [text]);
  return <div class="note-text">{drawn(tokens)}</div>;
}

function drawn(tokens: readonly Token[]): ComponentChildren {
  return tokens.map((token, index) => <TokenView key={`${index}`} token={token} />);
}

/** The tokens that `marked` itself makes; its own `Token` also allows for those of extensions. */
type Known =
  | Tokens.Heading
  | Tokens.Paragraph
  | Tokens.Blockquote
  | Tokens.List
  | Tokens.ListItem
  | Tokens.Code
  | Tokens.Codespan
  | Tokens.Strong
  | Tokens.Em
  | Tokens.Del
  | Tokens.Link
  | Tokens.Image
  | Tokens.Text
  | Tokens.Escape
  | Tokens.Br
  | Tokens.Hr
  | Tokens.Table;

function TokenView({ token }: { readonly token: Token }) {
  const known = token as Known;
  switch (known.type) {
    case 'heading':
      return (
        <p>
          <strong>{drawn(known.tokens)}</strong>
        </p>
      );
    case 'paragraph':
      return <p>{drawn(known.tokens)}</p>;
    case 'blockquote':
      return <blockquote>{drawn(known.tokens)}</blockquote>;
    case 'list': {
      const List = known.ordered ? 'ol' : 'ul';
      return <List>{drawn(known.items)}</List>;
    }
    case 'list_item':
      return (
        <li>
          {known.task && `${known.checked === true ? '☑' : '☐'} `}
          {drawn(known.tokens)}
        </li>
      );
    case 'code':
      return <pre>{known.text}</pre>;
    case 'codespan':
      return <code>{known.text}</code>;
    case 'strong':
      return <strong>{drawn(known.tokens)}</strong>;
    case 'em':
      return <em>{drawn(known.tokens)}</em>;
    case 'del':
      return <del>{drawn(known.tokens)}</del>;
    case 'link':
      return (
        <span title={known.href}>
          <u>{drawn(known.tokens)}</u>
          {known.text !== known.href && <span class="muted"> ({known.href})</span>}
        </span>
      );
    case 'image':
      return <span>{known.text === '' ? known.href : known.text}</span>;
    case 'text':
      return <>{'tokens' in known && known.tokens !== undefined ? drawn(known.tokens) : known.text}</>;
    case 'escape':
      return <>{known.text}</>;
    case 'br':
      return <br />;
    case 'hr':
      return <hr />;
    case 'table':
      return (
        <table>
          <tbody>
            {[known.header, ...known.rows].map((row, index) => (
              <tr key={`${index}`}>
                {row.map((cell, column) => (
                  <td key={`${column}`}>{drawn(cell.tokens)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    default:
      return <>{token.raw}</>;
  }
}
