/** The text of a body in base64; undefined if it is no UTF-8. JSON is indented. */
export function textOf(body: string): string | undefined {
  const bytes = Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return indented(text);
  } catch {
    return undefined;
  }
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
