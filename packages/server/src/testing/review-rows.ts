// The endpoints of 读文依据: a request of each that would do something if it were allowed.
import type { DocumentDetail } from '@yipanqi/model'
import type { TestCounty } from './harness.ts'

/** As the table of permissions.test.ts has them. */
interface ReviewRow {
  readonly ask: (r: Drafted) => { path: string; body?: object }
  readonly outsider: 403
  readonly wrong: keyof TestCounty['people']
}
interface Drafted {
  readonly draft: DocumentDetail
}

const at = ({ draft }: Drafted, what: string) => `/documents/${draft.id}/${what}`

export const reviewRows: Readonly<Record<string, ReviewRow>> = {
  'get /documents/{id}/reasons': { ask: (r) => ({ path: at(r, 'reasons') }), outsider: 403, wrong: 'party' },
  'post /documents/{id}/actions/give-role': {
    ask: (r) => ({
      path: at(r, 'actions/give-role'),
      body: { version: r.draft.version, start: r.draft.sentences[0]?.start ?? 0, role: 'result' },
    }),
    outsider: 403,
    wrong: 'party',
  },
  'post /documents/{id}/actions/match-unit': {
    ask: (r) => ({ path: at(r, 'actions/match-unit'), body: { name: '县冒名站', unit: 1, keepAlias: true } }),
    outsider: 403,
    wrong: 'party',
  },
}
