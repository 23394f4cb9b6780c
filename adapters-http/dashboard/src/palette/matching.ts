/** A text without case and accents. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The entries whose label has each typed word, those that begin with the text first. */
export function matching<T extends { label: string }>(entries: readonly T[], typed: string): T[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  const found = entries.filter(({ label }) => words.every((word) => folded(label).includes(word)));
  const rank = ({ label }: T) => (folded(label).startsWith(words[0] ?? '') ? 0 : 1);
  return found.sort((one, other) => rank(one) - rank(other));
}
