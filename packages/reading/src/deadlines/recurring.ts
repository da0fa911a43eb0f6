import { isoDate, monthEnd } from '@yipanqi/base'
import { BY, CN, D, M, WEEKDAYS, type Rule } from './patterns.ts'
import { recurring, smallNumber } from './spans.ts'

export const RECUR_YEAR: Rule = {
  source: `每(?:一)?年(?:(?:的)?(?:${M}(?:${D}|(底|末))?|(年?[底末]))${BY})?`,
  read: (m) => {
    if (m[4] !== undefined) return recurring('yearly:12-31')
    const month = smallNumber(m[1])
    if (!Number.isFinite(month)) return recurring('yearly')
    const day =
      m[2] === undefined ? Number(monthEnd(isoDate(2027, month, 1) ?? '2027-01-01').slice(8)) : smallNumber(m[2])
    const iso = isoDate(2028, month, day)
    return iso ? recurring(`yearly:${iso.slice(5)}`) : recurring('yearly')
  },
}

export const RECUR_MONTH: Rule = {
  source: `(?:每个?月度?|次月|按月|逐月)(?:(?:的)?(?:${D}|(月?[底末])|(上旬|中旬|下旬|初))${BY})?`,
  read: (m) => {
    const day = smallNumber(m[1])
    if (day >= 1 && day <= 31) return recurring(`monthly:${day}`)
    if (m[0].startsWith('次月') && m[2] === undefined && m[3] === undefined) return null
    const part =
      m[3] === '上旬' || m[3] === '初'
        ? ':10'
        : m[3] === '中旬'
          ? ':20'
          : m[3] === '下旬' || m[2] !== undefined
            ? ':31'
            : ''
    return recurring(`monthly${part}`)
  },
}

export const RECUR_OTHER: Rule = {
  source: `(?:每个?(半年|学期|半个?月|两周|双周|两个?月|季度?|周|星期|日|天)|按(季度?|周)|逐(季|周))(?:([${WEEKDAYS}])|(?:(?:首月|末月|最后一个月|第一个月)?${D}|末|底)?)${BY}`,
  read: (m) => {
    const unit = m[1] ?? m[2] ?? m[3] ?? ''
    if (/^(?:周|星期)/.test(unit)) {
      const day = WEEKDAYS.indexOf(m[4] ?? '?')
      return recurring(day < 0 ? 'weekly' : `weekly:${Math.min(day, 6) + 1}`)
    }
    if (unit.startsWith('季')) return recurring('quarterly')
    if (unit === '半年' || unit === '学期') return recurring('half-yearly')
    if (/^两个?月/.test(unit)) return recurring('bimonthly')
    return recurring(/[日天]/.test(unit) ? 'daily' : 'biweekly')
  },
}

export const RHYTHM: Rule = {
  source: `(?<![每本下上当双逐按个\\d${CN}])(周|月|季)(?:调度|通报|分析|研判|例会|督查|报告|会商|评比)`,
  read: (m) => recurring(m[1] === '周' ? 'weekly' : m[1] === '月' ? 'monthly' : 'quarterly'),
}
