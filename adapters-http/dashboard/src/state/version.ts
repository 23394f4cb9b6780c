/** The main script of a document, whose name changes with each version. */
function mainScript(html: string): string | undefined {
  return /<script[^>]*\ssrc="([^"]+)"/.exec(html)?.[1];
}

/** Whether the service serves another version of the page than the one that runs. False where it does not answer. */
export async function hasNewVersion(): Promise<boolean> {
  try {
    const response = await globalThis.fetch(import.meta.env.BASE_URL, { cache: 'no-store' });
    const served = response.ok ? mainScript(await response.text()) : undefined;
    const running = document.querySelector('script[type=module][src]')?.getAttribute('src');
    return served !== undefined && running !== undefined && served !== running;
  } catch {
    return false;
  }
}
