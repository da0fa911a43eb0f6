import type { IsoDate } from '@yipanqi/base'

/** The year in which the texts are written; other years move every year that they name. */
const writtenIn = 2026

/** The year of the county's documents on `today`: before April there is too little to show, so last year's are used. */
export function documentYear(today: IsoDate): number {
  const year = Number(today.slice(0, 4))
  return today.slice(5) < '04-01' ? year - 1 : year
}

/** The text as it would read had it been written in `year`. Lengths do not change. */
export function textOfYear(text: string, year: number): string {
  return text.replace(/20[0-9]{2}(?=年|〕)/g, (found) => String(Number(found) - writtenIn + year))
}

/** `2026年5月20日` */
export const spokenDate = (d: IsoDate): string =>
  `${d.slice(0, 4)}年${Number(d.slice(5, 7))}月${Number(d.slice(8, 10))}日`
