import { ACTION, FILLER } from '../sentences/lexicon.ts'
import { prefixLength } from '../sentences/prefix.ts'
import { fold } from '../text/fold.ts'

// What a sentence is about, without how, how much and by when: the stretches between verbs, fillers, figures and the
// general words of every document. No dictionary of nouns is needed, so that what is new (低空, 算力) is a term too.

/** Words that stand in every document and tell no two matters apart. */
const GENERAL = prefixLength(`
工作 任务 目标 项目 工程 企业 机制 体系 体制 制度 平台 能力 水平 质量 规模 经济社会 全县 全面 全部 重点 年度 今年 全年 年内
政策 措施 方案 办法 行动 计划 专项 主要 相关 有关 各类 各项 一批 情况 问题 要求 责任 到位 及时 方面 领域 方式 力度 效率 成效 实效
以上 以下 以内 左右 不少于 不低于 不超过 不高于 超过 增长 下降 增至 同比 比上年 个百分点 百分点 稳定在 控制在 分别 其中 占比 任务量 工作量 投用 完工 达效 见效 通车
县委 县政府 县直 我县 本县 县内 县级 部门 单位 各级 各乡镇 按照 根据 围绕 针对 对于 关于 通过 以及 或者 要在 要把 要将 必须
上半年 下半年 年底前 月底前 季度末 一季度 二季度 三季度 四季度 每季度 每月 每年 每周 一次 一遍 为 对 在 把 将 由 和 与 及 或 等 的 了 于 从 至 按 各 每
`)
/** What is counted in; after a figure only, as 家 and 项 stand in many words. */
const COUNTED = prefixLength(`
个 家 户 项 处 座 所 条 件 次 名 人次 万人次 万人 亿元 万元 元 万亩 亩 公里 平方米 万平方米 万吨 吨 套 台 辆 张 批 场 份 天 米 万千瓦 千瓦
万台 万户 万只 万头 岁 年 月 日 季度 月底前 年底前 底前 内 前 以上 % ％ 人 批次 部 支 宗 件次 个以上 期 户次
`)
/** 开工率, 增加值, 开发区: with one of these behind it a verb is part of a noun. */
const NOUN_ENDS = '率值区站证金券员权费'
/** Han or Latin: 5G and VOCs are words too. */
function isLetter(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || isLatin(code)
}

function isLatin(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
}

function isDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 46
}

/** A stretch this long is no term but an unread list. */
const LONGEST = 16

export interface Cores {
  /** The terms in the order of the text, each once. */
  readonly terms: readonly string[]
  /** The verbs that stand between them. */
  readonly verbs: readonly string[]
}

/** Length of a name that begins at `at` and is to be left out of hearing, or 0. */
export type NameLength = (folded: string, at: number) => number
const noNames: NameLength = () => 0

/**
 * Cuts a text into terms and verbs. At most the first `most` code units are read; linear in them.
 * 规模以上 is heard as 规上.
 */
export function coresOf(text: string, names: NameLength = noNames, most = 400): Cores {
  const folded = fold(text.slice(0, most)).replaceAll('规模以上', '规上').replaceAll('限额以上', '限上')
  const terms = new Set<string>()
  const verbs = new Set<string>()
  let run = ''
  const close = (): void => {
    if (run.length >= 2) terms.add(run.slice(0, LONGEST))
    run = ''
  }
  for (let at = 0; at < folded.length; ) {
    const sign = folded[at] as string
    if (!isLetter(folded.charCodeAt(at))) {
      // 5G and 4A are words, 15个 is a figure.
      const word = isDigit(folded.charCodeAt(at)) && isLatin(folded.charCodeAt(at + 1))
      if (word) run += sign
      else close()
      at += 1
      continue
    }
    const length = names(folded, at)
    if (length > 0) {
      close()
      at += length
      continue
    }
    const counted = run === '' && isDigit(folded.charCodeAt(at - 1)) ? COUNTED(folded, at) : 0
    const verb = ACTION(folded, at)
    const skipped = Math.max(counted, GENERAL(folded, at), run === '' ? fillerAt(folded, at) : 0)
    const noun = verb >= 2 && NOUN_ENDS.includes(folded[at + verb] ?? ' ')
    if (noun) {
      run += folded.slice(at, at + verb)
      at += verb
    } else if (verb >= 2 && verb >= skipped) {
      close()
      verbs.add(folded.slice(at, at + verb))
      at += verb
    } else if (skipped > 1 || counted > 0 || (skipped === 1 && run.length !== 1)) {
      close()
      at += skipped
    } else {
      run += sign
      at += 1
    }
  }
  close()
  return { terms: [...terms], verbs: [...verbs] }
}

/** 要, 能 and their like say how only where a verb follows: 能耗 and 高标准农田 begin with no filler. */
function fillerAt(folded: string, at: number): number {
  const length = FILLER(folded, at)
  return length > 0 && ACTION(folded, at + length) >= 2 ? length : 0
}
