export interface ColumnTitle {
  /** without white space, marks and unit */
  readonly title: string
  /** 万元 of 总投资（万元） */
  readonly unit?: string
}

const invisible = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g
const unitWord =
  /^(?:[千百十]?[万亿]?(?:元|美元|吨|千瓦时|度|平方米|平方公里|立方米|亩|公顷|公里|千米|米|户|人次|人|个|家|项|台|套|件|栋|座|张|次|条|头|只|株|公斤|千克|斤|辆|枚|份|篇|名|处|宗|笔)|㎡|m2|m²|km|kw|kwh|mw|[%％‰]|岁|年|月|日|天|小时|分钟|个月|元\/[一-龥㎡]{1,4}|万元\/亩|吨\/[一-龥]{1,4})$/i
const remark =
  /^(?:必填|选填|可选|必选|下拉选择|下拉|自动计算|不用填|无需填写|单选|多选|\*|[ymd\-/.年月日]{4,12}|(?:格式|如|例如|例|示例)[:：]?.{0,20})$/i

/**
 * A head's cell as people write them: 总 投 资\n（万元）, *企业名称, 面积(单位：亩), 税收/万元.
 * What stands in brackets and is neither a unit nor a remark (必填) belongs to the title.
 */
export function columnTitle(text: string): ColumnTitle {
  let title = text
    .slice(0, 500)
    .replace(invisible, '')
    .replace(/^[*＊★]+|[*＊★:：]+$/g, '')
  let unit: string | undefined
  for (;;) {
    const bracket = /[(（[【]([^()（）[\]【】]{1,20})[)）\]】]$/.exec(title)
    if (!bracket || bracket.index === 0) break
    const inside = (bracket[1] ?? '').split(/[，,、;；]/).map((part) => part.replace(/^(?:计量)?单位[:：]?/, ''))
    if (!inside.every((part) => unitWord.test(part) || remark.test(part))) break
    unit ??= inside.find((part) => unitWord.test(part))
    title = title.slice(0, bracket.index).replace(/[*＊★]+$/, '')
  }
  const slash = /^(.{1,60})[/／]([^/／]{1,8})$/.exec(title)
  if (slash?.[1] && slash[2] && unit === undefined && unitWord.test(slash[2])) {
    title = slash[1]
    unit = slash[2]
  }
  return unit === undefined ? { title } : { title, unit }
}

/** What two titles must have in common to be the same: width, case, brackets' form and punctuation do not count. */
export function titleKey(text: string): string {
  return columnTitle(text)
    .title.normalize('NFKC')
    .toLowerCase()
    .replace(/[-–—_·、,，.。:：;；"'“”‘’/\\]/g, '')
}

/** The same without what stands in brackets: 建设地点（乡镇） is 建设地点 where nothing else is. */
export function bareKey(text: string): string {
  return titleKey(text).replace(/[([【][^()[\]【】]{0,40}[)\]】]/g, '')
}
