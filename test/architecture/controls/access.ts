import type { Control } from './control.ts';

const rules = 'test/infra/rules';

/** Who gets in, and what each may do. */
export const accessControls: readonly Control[] = [
  {
    id: 'AC-2',
    title: 'Account management',
    done: 'People are made and deactivated in the product only; each change is an audit entry. A deactivated person is refused at the next request, whatever his token says.',
    by: ['infra/constructs/sign-in.ts', 'shared/domain/access/access.ts'],
    proofs: [
      ['shared/domain/access/access.test.ts', 'ends at once for a deactivated account with a living token'],
      [`${rules}/edge.ts`, 'nobody signs himself up, passwords are long, a second factor is offered'],
    ],
    left: 'Deactivate who leaves, and review people and rights at set times. With an issuer of your own, its accounts too.',
  },
  {
    id: 'AC-3',
    title: 'Access enforcement',
    done: 'One policy table rules on every operation that needs a token; each request is judged by the rights that are stored, not by those in the token. Another district’s things look like things that do not exist.',
    by: ['shared/domain/access/policy.ts', 'shared/domain/access/visibility.ts'],
    proofs: [
      ['test/architecture/policy.test.ts', 'rules on exactly the operations of the contract that need a token'],
      ['test/acceptance/refusals.test.ts', 'looks exactly like what does not exist, at every address'],
      ['test/acceptance/rights.test.ts', 'of organizations, people, categories and certifications'],
    ],
    pages: ['docs/rights-matrix.md'],
    left: 'Decide who gets which rights and memberships.',
  },
  {
    id: 'AC-5',
    title: 'Separation of duties',
    done: 'Districts and schools certify, members of the state’s side approve; an administrator who is no member of the category decides nothing, a reviewer changes nothing.',
    by: ['shared/domain/access/policy.ts', 'shared/verification/invariants/08-approved-by-approvers-only.ts'],
    proofs: [
      ['test/acceptance/refusals.test.ts', 'decides nothing and opens no findings'],
      ['test/acceptance/refusals.test.ts', 'cannot start, take a snapshot, submit or withdraw'],
    ],
    left: 'Do not make the same person administrator of rights and approver, unless you mean it.',
  },
  {
    id: 'AC-6',
    title: 'Least privilege',
    done: 'Each function has a role of its own with the actions it declares; none may delete an item of the table, none may change an audit entry, and two alone may delete objects.',
    by: ['infra/constructs/door.ts', 'infra/constructs/attest-table.ts'],
    proofs: [
      [`${rules}/access.ts`, 'a function has a role of its own, and a policy belongs to the one role it was made for'],
      [`${rules}/access.ts`, 'whoever may update items may never update or delete an audit entry of that table'],
    ],
    left: 'Keep the account’s own roles few: whoever administers the account can read its data and change its policies.',
  },
  {
    id: 'IA-2',
    title: 'Identification and authentication',
    done: 'Sign-in by authorization code, tokens of at most an hour, and in production a second factor where the product’s own user pool is used. The gateway and the function both check the token.',
    by: ['infra/constructs/sign-in.ts', 'shared/adapters/issuer/token-reader.ts'],
    proofs: [
      [`${rules}/watch.ts`, 'people of production prove themselves by a second factor'],
      [`${rules}/edge.ts`, 'the pages get tokens by authorization code only, without a secret, for at most an hour'],
      ['test/acceptance/bad-input.test.ts', '(%s) nobody gets in'],
    ],
    left: 'With an issuer of your own, demand the second factor there: Attest does not see whether it was asked for.',
  },
  {
    id: 'IA-5',
    title: 'Authenticator management',
    done: 'The product’s own user pool asks for passwords of 14 characters and more; Attest itself stores no password. The key between CDN and API is changed by one deployment.',
    by: ['infra/constructs/sign-in.ts', 'infra/constructs/origin-keys.ts'],
    proofs: [
      ['test/infra/choices.test.ts', 'is changed by one deployment, whose CDN comes first, without refusing anybody'],
      [`${rules}/functions.ts`, 'environments are encrypted and hold nothing that looks like a secret'],
    ],
    pages: ['docs/deploy.md'],
    left: 'Change the key of the CDN at set times; hand first passwords over safely.',
  },
  {
    id: 'IA-8',
    title: 'Users from outside the organization',
    done: 'An agency’s own OpenID issuer can take the place of the user pool; then its tokens, for the one client and scope, are the only ones taken.',
    by: ['infra/settings.ts', 'infra/constructs/api-doors.ts'],
    proofs: [['test/infra/choices.test.ts', 'its doors take only the tokens that its routes take']],
    left: 'Say with each district who vouches for its people, and who tells when one leaves.',
  },
  {
    id: 'SC-5',
    title: 'Denial of service',
    done: 'The gateway is throttled, functions have shares of instances, a body may hold a megabyte, a rule has a time and a memory limit. In production a web firewall limits the rate of one address.',
    by: ['infra/constructs/api-doors.ts', 'infra/stacks/firewall.ts', 'shared/engine/sandbox/engine-process.ts'],
    proofs: [
      [`${rules}/functions.ts`, 'every function has its share of instances, all together leave half an account'],
      ['shared/runtime/http/parse-body.test.ts', 'may hold a megabyte and no more, told before anything is parsed'],
      [
        'shared/engine/gate/check-rule.test.ts',
        'a process that has used up its processor time is killed without anybody watching',
      ],
    ],
    alarms: [
      ['Throttled', 'throttled'],
      ['Waiting', 'work-waits'],
    ],
    left: 'Have the quota of concurrent executions raised; decide about AWS Shield Advanced.',
  },
  {
    id: 'SC-7',
    title: 'Boundary protection',
    done: 'One public address. The API refuses requests that went round the CDN; buckets are private; the pages load nothing from elsewhere. Functions are in no VPC: they call AWS over its public endpoints, by TLS.',
    by: ['shared/runtime/http/behind-cdn.ts', 'infra/constructs/pages-headers.ts', 'infra/constructs/store-bucket.ts'],
    proofs: [
      [`${rules}/edge.ts`, 'every answer carries a policy that runs no foreign script and cannot be framed'],
      ['shared/runtime/http/behind-cdn.test.ts', 'A request that went round it is refused before anything is read'],
      [
        `${rules}/resource-policies.ts`,
        'nobody outside is let in: a service of AWS under a condition, or the account by its own policies',
      ],
    ],
    left: 'Where policy demands private endpoints, add them: the template has none.',
  },
];
