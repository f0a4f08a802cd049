import { describe, expect, it } from 'vitest'
import { fixed, says } from './spoken.ts'

const rule = 'assigned automatically where "user.city -eq \\"Oslo\\""'
const policies = (...all: string[]) =>
  `catalog c "C" { package p "P" { ${all.map((statements, index) => `policy q${index} "Q${index}" ${statements}`).join('\n')} } }`

describe('automatic assignment', () => {
  says('automatic-policy-conflict', [
    [policies(`{ ${rule} }`)],
    [policies(`{ ${rule} approval not required extension denied never expires review annually { reviewers self } }`)],
    [policies(`{ ${rule} approval { stage by manager } }`), 'error: approval { stage by manager }'],
    [policies(`{ ${rule} extension allowed }`), 'error: extension allowed'],
    [policies(`{ ${rule} ask "Why" }`), 'error: ask "Why"'],
    [policies(`{ ${rule} managers may request for their reports }`), 'error: managers may request for their reports'],
    [policies(`{ ${rule} requestor may choose dates }`), 'error: requestor may choose dates'],
    [`policy template t { ${rule} ask "Why" }\n${policies('from t')}`, 'error: ask "Why"'],
    [`policy template t { approval { stage by manager } }\n${policies(`from t { ${rule} }`)}`, `error: ${rule}`],
    [`policy template t { approval { stage by manager } }\n${policies(`from t { ${rule} approval not required }`)}`],
    [`policy template t { ${rule} }\n${policies('from t { requestable by any member ask "Why" }')}`],
    [policies(`{ ${rule} }`, `{ ${rule} }`), `error: ${rule}`],
    [policies(`{ ${rule} }`, '{ requestable by any member }')],
    [`policy template t { ${rule} }\n${policies('from t', 'from t')}`, 'error: q1'],
  ])

  it('takes back what a template says', async () => {
    expect(
      await fixed(
        `policy template t { extension allowed }\n${policies(`from t { ${rule} }`)}`,
        'automatic-policy-conflict',
      ),
    ).toContain(`{ ${rule} extension denied }`)
  })
})

describe('requests by managers', () => {
  const policy = (who: string) => policies(`{ requestable by ${who} managers may request for their reports }`)
  const said = 'warning: managers may request for their reports'
  says('on-behalf-without-manager', [
    [policy('any member')],
    [policy('any user')],
    [policy('group "G"')],
    [policy('any connected organization'), said],
    [policy('any external user'), said],
    [policy('any agent identity'), said],
    [policy('app "A"'), said],
    [policy('no one'), said],
    [
      `policy template t { managers may request for their reports }\n${policies('from t { requestable by any external user }')}`,
      'warning: requestable by any external user',
    ],
  ])
})

describe('what some clouds lack', () => {
  const terms =
    'policy template t { notifications off approval { justification required stage by user sponsors { approvers hidden justification required } } }'
  const pieces = ['notifications off', 'user sponsors', 'approvers hidden', 'justification required']
  const tenant = (name: string, cloud: string) => `tenant ${name} { domain "${name}.com" cloud ${cloud} }\n`
  says('not-in-cloud', [
    [terms],
    [tenant('a', 'global') + terms],
    [tenant('a', 'china') + terms, ...pieces.map(piece => `error: ${piece}`).toSorted(inOrderOf(terms))],
    [
      tenant('a', 'usgov') + tenant('b', 'global') + terms,
      ...pieces.map(piece => `warning: ${piece}`).toSorted(inOrderOf(terms)),
    ],
    [`${tenant('a', 'china')}policy template t { approval { justification optional stage by manager } }`],
  ])
})

function inOrderOf(text: string) {
  const place = (said: string) => text.indexOf(said.slice(said.indexOf(' ') + 1))
  return (a: string, b: string) => place(a) - place(b)
}
