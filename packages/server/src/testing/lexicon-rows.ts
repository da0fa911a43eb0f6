// The endpoints of 纠正词库 and of documents side by side: a request of each that would do something if it were allowed.
import type { LessonItem } from '@yipanqi/model'
import type { Client, TestCounty } from './harness.ts'

interface LexiconRow {
  readonly ask: (r: LedgerLexicon & TwoDocuments) => { path: string; body?: object }
  readonly own?: true
  readonly outsider?: 403
  readonly wrong?: keyof TestCounty['people']
}
export interface LedgerLexicon {
  readonly lesson: LessonItem
  readonly withdrawn: LessonItem
}
interface TwoDocuments {
  readonly consulting: { readonly id: number }
  readonly issued: { readonly id: number }
}

/** Two names of a unit, one of them withdrawn; both bear the marker. */
export async function stageLexicon(office: Client, county: TestCounty, marker: string): Promise<LedgerLexicon> {
  const unit = county.units.gongxin.id
  for (const name of [`${marker}一`, `${marker}二`]) await office.post('/lexicon/aliases', { name, unit })
  const list = async () => (await office.get<{ items: LessonItem[] }>('/lexicon?kind=alias')).body.items
  const second = (await list()).find((item) => item.words[0] === `${marker}二`)
  await office.post(`/lexicon/${second?.id}/actions/withdraw`, { version: second?.version, reason: '登记错了' })
  const [withdrawn, lesson] = await list()
  if (!withdrawn || !lesson) throw new Error('no lessons were staged')
  return { lesson, withdrawn }
}

export const lexiconRows: Readonly<Record<string, LexiconRow>> = {
  'get /lexicon': { ask: () => ({ path: '/lexicon' }), own: true, wrong: 'party' },
  'get /lexicon/export': { ask: () => ({ path: '/lexicon/export' }), own: true, wrong: 'leader' },
  'post /lexicon/{id}/actions/withdraw': {
    ask: (r) => ({
      path: `/lexicon/${r.lesson.id}/actions/withdraw`,
      body: { version: r.lesson.version, reason: '冒名撤回' },
    }),
    outsider: 403,
    wrong: 'government',
  },
  'post /lexicon/{id}/actions/restore': {
    ask: (r) => ({ path: `/lexicon/${r.withdrawn.id}/actions/restore`, body: { version: r.withdrawn.version } }),
    outsider: 403,
    wrong: 'party',
  },
  'post /lexicon/aliases': {
    ask: () => ({ path: '/lexicon/aliases', body: { name: '冒名专班', unit: 1 } }),
    own: true,
    wrong: 'fagaiHead',
  },
  'get /documents/compare': {
    ask: (r) => ({ path: `/documents/compare?a=${r.consulting.id}&b=${r.issued.id}` }),
  },
  'get /documents/{id}/similar': { ask: (r) => ({ path: `/documents/${r.consulting.id}/similar` }) },
}
