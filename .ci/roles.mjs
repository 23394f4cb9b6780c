// Simulates the calls of each role against the policies of the stack, with the packages that .ci/roles installs.
// Arguments: the policies that RolePoliciesTest writes, the table of calls.
import { readFileSync } from "node:fs";
import { runSimulation } from "@cloud-copilot/iam-simulate";

const [region, account, prefix] = ["eu-central-1", "123456789012", "clientele-prod"];
const { roles, resources } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const calls = readFileSync(process.argv[3], "utf8")
  .split("\n")
  .filter((line) => line && !line.startsWith("#"))
  .map((line) => {
    const denied = line.startsWith("! ");
    const [role, action, resource, ...context] = line.replace("! ", "").split(" ");
    const place = resource
      .replace(":R:", `:${region}:`)
      .replace(":A:", `:${account}:`)
      .replace(/\bP-/g, `${prefix}-`);
    return { line, denied, role, action, resource: place, context };
  });

// A key or bucket has a policy too. A key decides by it alone whether roles of the account may be allowed.
const policyOf = (resource) =>
  resources[resource] ?? resources[resource.replace(/^(arn:aws:s3:::[^/]+)\/.*/, "$1")];
const delegated = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: "kms:*", Resource: "*" }],
};

async function isAllowed({ role, action, resource, context }, policy) {
  const { resultType, overallResult, errors } = await runSimulation(
    {
      request: {
        action,
        principal: `arn:aws:iam::${account}:role/${prefix}-${role}`,
        resource: { resource, accountId: account },
        contextVariables: Object.fromEntries(
          [
            "aws:SecureTransport=true",
            `aws:PrincipalAccount=${account}`,
            ...context,
          ].map((each) => each.split("=")),
        ),
      },
      identityPolicies: policy ? [{ name: role, policy }] : [],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      resourcePolicy: action.startsWith("kms:") ? (policyOf(resource) ?? delegated) : policyOf(resource),
    },
    {},
  );
  if (resultType === "error") {
    throw new Error(`${role} ${action} ${resource}: ${JSON.stringify(errors)}`);
  }
  return overallResult === "Allowed";
}

const faults = [];
for (const call of calls) {
  if ((await isAllowed(call, roles[call.role])) === call.denied) {
    faults.push(`${call.denied ? "allowed" : "denied"}: ${call.line}`);
  }
}

// Each action is needed: without it, a call of its role is denied.
let removals = 0;
for (const [role, policy] of Object.entries(roles)) {
  for (const action of new Set(policy?.Statement.flatMap((each) => each.Action) ?? [])) {
    const less = structuredClone(policy);
    less.Statement.forEach((each) => (each.Action = each.Action.filter((one) => one !== action)));
    less.Statement = less.Statement.filter((each) => each.Action.length > 0);
    const own = calls.filter((call) => call.role === role && call.action === action && !call.denied);
    let notices = false;
    for (const call of own) {
      notices ||= !(await isAllowed(call, less.Statement.length > 0 ? less : undefined));
    }
    removals += 1;
    if (!notices) {
      faults.push(`no call needs it: ${role} ${action}`);
    }
  }
}
const denied = calls.filter((call) => call.denied).length;
console.log(`${calls.length - denied} calls are allowed, ${denied} denied; ${removals} actions are each needed`);
if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}
