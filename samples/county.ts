import type { IsoDate } from '@yipanqi/base'
import { tellHistory, type HistoryContext } from './history.ts'
import type { SampleCounty } from './types.ts'

interface CountyParts extends Omit<SampleCounty, 'historyOf'> {
  readonly supervisors: HistoryContext['supervisors']
  readonly today: IsoDate
}

/** Puts a county together with the teller of its histories. */
export function countyOf({ supervisors, today, ...county }: CountyParts): SampleCounty {
  const issuedOn = new Map(county.documents.map((document) => [document.id, document.issuedOn]))
  return {
    ...county,
    historyOf: (matter) => {
      const source = matter.sources[0]
      const issued = source ? issuedOn.get(source.document) : null
      return issued ? tellHistory(matter, { issuedOn: issued, today, units: county.units, supervisors }) : []
    },
  }
}
