/** So many bytes of a file say what it is. */
const headLength = 4096;

/** Whether a file looks like Web Annotations by its first bytes, so that it is worth reading whole. */
export function looksLikeAnnotations(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, headLength)).trimStart();
  return (
    /^[[{]/.test(text) && (text.includes('w3.org/ns/anno') || /"type"\s*:\s*"Annotation(Collection|Page)?"/.test(text))
  );
}
