// 青禾县: a middling county as practice has it, all names and figures invented.
import type { IsoDate } from '@yipanqi/base'
import { countyOf } from '../county.ts'
import type { SampleCounty } from '../types.ts'
import { documentYear } from '../year.ts'
import { accounts } from './accounts.ts'
import { qingheDocuments } from './documents.ts'
import { leadersOf } from './leaders.ts'
import { units } from './units.ts'
import { sampleLedgers } from '../src/ledgers/index.ts'
import { townshipOutlines } from '../src/township-outlines.ts'

export function qinghe(today: IsoDate): SampleCounty {
  const year = documentYear(today)
  const leaders = leadersOf(year)
  return {
    ...countyOf({
      code: '000000',
      name: '青禾县',
      scheme: {
        title: '青禾县重点工作亮灯办法（试行）',
        number: `青禾委办〔${year}〕8号`,
        from: `${year}-01-20`,
        preset: '银川 2025',
      },
      units,
      leaders,
      accounts,
      documents: qingheDocuments(today, year, units, leaders),
      supervisors: { party: 'D01', government: 'Z01' },
      today,
    }),
    // Made when asked for: most who read the county want its documents.
    ledgers: () => sampleLedgers(today),
    outlines: townshipOutlines,
  }
}
