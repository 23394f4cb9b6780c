import type { Fault } from '../api/problem';
import type { Texts } from './en';

type Words = Texts['faults'];
type Rule = readonly [RegExp, (words: Words, ...groups: (string | undefined)[]) => string];

/** The server's rules, as patterns of its detail, in the words of the page. The first that matches is taken. */
const RULES: readonly Rule[] = [
  [/^is required|^is a required column/, (words) => words.required],
  [/^is not a known column/, (words) => words.unknownColumn],
  [/^is not a known name/, (words) => words.unknownField],
  [/^must be a mailbox/, (words) => words.email],
  [/^must be a CPF or CNPJ/, (words) => words.cpfOrCnpj],
  [/^must be 4 to 20 letters/, (words) => words.taxId],
  [/^must be an ISO 3166/, (words) => words.country],
  [
    /^must be ([\d,]+) to ([\d,]+) characters/,
    (words, from, to) => words.length(from ?? '', to ?? ''),
  ],
  [/^must have at most ([\d,]+) (?:bytes|characters)/, (words, max) => words.tooLong(max ?? '')],
  [
    /^must hold at most ([\d,]+)|^must not hold more than ([\d,]+)/,
    (words, one, other) => words.tooMany(one ?? other ?? ''),
  ],
  [/^must have a visible character/, (words) => words.invisible],
  [/^must not hold control|^must have no NUL/, (words) => words.characters],
  [/^must not occur twice/, (words) => words.twice],
  [/^must have as many fields as the header/, (words) => words.fieldCount],
  [
    /^must be one JSON value|^must be a JSON object|^must be valid JSON|^must be an object/,
    (words) => words.json,
  ],
  [/^must begin with https/, (words) => words.https],
  [
    /^must be an absolute URL|^must have a host(?! w)|^must be at most 2000 ASCII/,
    (words) => words.url,
  ],
  [/^must not have user information|^must not have a fragment/, (words) => words.urlParts],
  [/^must have the port 443/, (words) => words.urlPort],
  [/^must have a host whose (?:name resolves|last label)/, (words) => words.urlUnknown],
  [/^must have a host with public addresses/, (words) => words.urlPrivate],
  [
    /^must name types of published|^must list at (?:least one type|most 50 names)/,
    (words) => words.types,
  ],
  [/^must have at most (\d+) decimals/, (words, max) => words.decimals(max ?? '')],
  [/^must be the code of an asset of kind money/, (words) => words.currency],
  [/^must be later than from/, (words) => words.end],
  [/^must be 1 to 40 small letters/, (words) => words.slug],
  [/^must be a string/, (words) => words.text],
  [/^must be UTF-8|^must be percent-encoded/, (words) => words.utf8],
  [/^must begin with a header/, (words) => words.header],
  [/^must be an existing account/, (words) => words.noSuchAccount],
  [/^must be a UUID/, (words) => words.id],
  [/^must be in the future|^must not be in the past/, (words) => words.past],
  [/^must be an instant|^must be a time/, (words) => words.instant],
  [/^must be one or more of|^must list some of/, (words) => words.roles],
  [
    /^must be equal to its value in the cursor|^must be a nextCursor of this list/,
    (words) => words.cursor,
  ],
  [/^must be given once/, (words) => words.once],
  [/most common passwords/, (words) => words.commonPassword],
  [/made of the own name/, (words) => words.personalPassword],
  [/^Another account or operator .*e-mail|^Another account.*e-mail/, (words) => words.emailTaken],
  [/^Another account .*tax id/, (words) => words.taxIdTaken],
];

/** What is wrong with one value, without its name. */
export function ruleText(texts: Texts, detail: string): string {
  for (const [pattern, text] of RULES) {
    const found = pattern.exec(detail);
    if (found) {
      return text(texts.faults, ...found.slice(1));
    }
  }
  return texts.faults.other;
}

/** The name of a field as the forms have it; a column or parameter that no form has keeps its own. */
export function fieldLabel(texts: Texts, fault: Fault): string | undefined {
  const path = fault.pointer?.replace(/^#\//, '') ?? fault.parameter ?? fault.header;
  if (!path) {
    return undefined;
  }
  const [name = '', ...rest] = path.split('/').map(decoded);
  if (name === 'metadata' && rest.length > 0) {
    return `${texts.faults.fields.metadata} “${rest.join('/')}”`;
  }
  const key = rest.length > 0 ? `${name}.${rest.join('.')}` : name;
  return (texts.faults.fields as Record<string, string>)[key] ?? key;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
  } catch {
    return part;
  }
}

/** One fault as a sentence that names its field. */
export function faultText(texts: Texts, fault: Fault): string {
  const label = fieldLabel(texts, fault);
  const rule = ruleText(texts, fault.detail);
  return label ? `${label}: ${rule}` : rule;
}
