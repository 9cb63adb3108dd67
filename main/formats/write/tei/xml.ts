/** Markup, already written. */
export type Xml = { readonly xml: string };

type Child = Xml | string | null;
type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/**
 * An element with its attributes and what stands in it. Texts are escaped; an attribute without a value, or with an
 * empty one, is left out.
 */
export function element(name: string, attributes: Attributes, ...children: readonly Child[]): Xml {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([attribute, value]) => ` ${attribute}="${escaped(String(value)).replace(/[\n\t]/g, ' ')}"`)
    .join('');
  const content = joinedXml(children).xml;
  return { xml: content === '' ? `<${name}${given}/>` : `<${name}${given}>${content}</${name}>` };
}

export function joinedXml(children: readonly Child[]): Xml {
  return {
    xml: children
      .map((child) => (child === null ? '' : typeof child === 'string' ? escaped(child) : child.xml))
      .join(''),
  };
}

/** Elements on lines of their own, where space between them says nothing. */
export function onLines(children: readonly (Xml | null)[]): Xml {
  const lines = children.filter((child) => child !== null).map(({ xml }) => `\n${xml}`);
  return { xml: lines.length === 0 ? '' : `${lines.join('')}\n` };
}

/** What XML 1.0 has no sign for stands as U+FFFD, in as many units; a carriage return would be read as a line feed. */
function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML doesn't take.
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll('\r', '&#13;')
  );
}

/** A pointer, in which no space may stand. */
export function pointer(address: string): string {
  return address.trim().replace(/\s/g, (space) => encodeURIComponent(space));
}
