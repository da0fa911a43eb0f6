import { prefixLength } from './prefix.ts'

// The words by which a sentence asks, reports or calls. Lists, not grammar: what they miss is mended by a word here.

/** Words in front of the verb that say how, not what. */
export const FILLER = prefixLength(`
同时 并且 而且 以及 并 也 还 都 就 更 则 再 又 要是 要要 我们 要 必须 应当 应该
应 须 务必 需要 需 将 会 能 可以 着力 大力 积极 切实 进一步 继续 不断 持续 深入
扎实 有序 有效 稳步 稳妥 全面 坚决 严格 认真 努力 尽快 抓紧 更加 更好 更好地
更大力度 更高水平 更高质量 高标准 高质量 高水平 高效 充分 精准 科学 合理 常态化 差异化
因地制宜 分类 主动 及时 重点 特别是 尤其是 一体 协同 系统 率先 适时 依法 依规
用心用情 千方百计 全力 全力以赴 想方设法 逐步 加力 加速 大胆 始终 统一 一体化 纵深
用足 稳慎 适度 适当 精心 综合施策 因城施策 多措并举 多渠道 多方 广泛 严密 严肃 动态 定期 按月 按季 按时 如期 优先
集中 带头 共同 联合 自觉 真正 接续 有力 有针对性 逐月 逐个 逐笔 逐户 逐一 逐项 逐处 逐村 一企一策 一户一策 一事一策 分行业 分领域 有针对性地 全方位 全链条 多层次
实打实 下大力气 下功夫 从严 从快 地 ， 、
`)

/** Verbs that oblige when an object follows. */
export const ACTION = prefixLength(`
加强 加快 加大 加密 加固 推进 推动 推广 推出 推行 完善 健全 建立 建设 建成 建好
建强 构建 打造 实施 落实 开展 组织 制定 制订 出台 编制 修订 印发 起草 研究 明确
深化 优化 强化 提升 提高 提标 扩大 扩面 增加 新增 增强 增设 培育 培养 培训 引进
引入 引导 引育 引聚 支持 鼓励 扶持 发展 壮大 做大 做优 做强 做好 做实 做活 做细
抓好 抓紧 抓牢 抓实 抓细 狠抓 紧抓 主抓 盘活 盘查 摸排 摸清 排查 清查 清理 清退
整治 整改 整合 治理 改造 改善 改革 改进 改建 创新 创建 创造 创作 探索 拓展 拓宽
对接 争取 争创 申报 招引 招商 招聘 吸引 吸纳 瞄准 绘制 形成 规范 管控 管好 防范
防止 防治 化解 守住 守好 严守 严把 严控 严禁 严厉 严惩 严查 打击 打好 打通 打赢
查处 监管 监测 密切关注 关注 关心 关爱 保障 保护 保持 保证 确保 稳定 稳住 稳就业
促进 释放 激发 激励 激活 发挥 发放 发布 利用 用好 用活 办好 办理 办结 突出 统筹
协调 协同推进 调度 督办 督促 督导 督查 考核 通报 报送 上报 提交 提请 完成 启动 开工
竣工 投产 新建 新开工 改扩建 续建 扩建 修建 修复 修缮 实现 达到 力争 落地 兑现 投放
安排 拨付 补助 补贴 奖励 给予 减免 减轻 减少 降低 压减 压降 压实 淘汰 关停 腾换
腾退 置换 更新 收储 供应 供给 举办 承办 承接 宣传 普及 服务 帮助 帮扶 解决 解决好
协助 配合 负责 牵头 列出 建档 登记 核查 核实 验收 评价 评估 评选 评定 审查 审核
公开 公示 试点 试行 复制 普查 调研 体察 掌握 营造 挖掘 传承 绿化 扩容 连通 贯通
畅通 贯彻 执行 受理 答复 反馈 回访 接访 调解 维护 维修 搬迁 安置 救助 设立 组建
搭建 筹建 集聚 汇聚 积聚 夯实 筑牢 强链 延链 补链 补齐 补强 活跃 理顺 简化 精简
取消 下放 缩短 倾斜 延长 扩展 延伸 覆盖 纳入 接入 细化 量化 备案 认定 遴选 选派
选拔 选树 配备 配齐 配强 充实 开发 开放 开拓 开通 提档 提质 转型 升级 采取 采用
运用 综合运用 坚持建库 大兴 多到 深入一线 深入基层 多深入 结对 认领 挂牌 挂图 倒排
跟踪 巩固 拓面 放大 放宽 放开 赋予 授权 参与 融入 共建 共享 保供 保交 兜牢 兜住
织密 织牢 扎牢 丰富 繁荣 振兴 重塑 重组 剥离 出清 整顿 规划 布局 谋划 储备 包装
论证 招标 采购 征收 征迁 治脏 治乱 治差 消除 遏制 惩治 问责 追究 回应 答好 接通
架设 铺设 疏浚 植树 造林 播种 收购 储存 检查 检测 检验 抽查 巡查 巡检 管理 管护
经营 运营 运行 执法 立法 普法 惠及 分析 找准 梳理 汇总 统计 公布 曝光 约谈 限期
履行 履职 牢牢守住 攻克 突破 攻坚 主攻 试种 学习运用 学习推广 延续 平稳 平衡 抓
提醒 掌握 约见 拿出 组卷 反映 列明 新改建 会诊 起草 走访 净增 遴选 分析 争取到 扛稳 守住 保持 清退 办好 拉长 拼抢 做大
新培育 新认定 新建成 新签约 新开工 新升规
实行 推开 削减 修改 废止 停止 应对 压缩 缩减 处理好 纠正 力戒 转变 筹办 免除 提供 下划
加速 倡导 单列 破除 不得 不准 开办 开设 拉动 促消费 扩投资 扩内需 稳就业 稳外贸 稳投资 稳企业 强产业 优环境 惠民生 防风险
`)

/** Heads of clauses that call, believe or describe: without an object that can be held in hand they oblige nobody. */
export const CALL = prefixLength(`
坚持 坚定 坚守 树立 树牢 把握 认识 认清 正视 弘扬 发扬 凝聚 汇集 奋力 奋进 奋勇
奋斗 谱写 书写 开创 开启 抢抓 抓住 心系 胸怀 牢记 解放
更新观念 勇于 敢于 善于 勇担 担当 锐意 顽强 拼搏 团结 携手 同心 高举 深刻 领会 不忘
践行 努力奋斗 做到 做出 作出 满怀 真抓实干 埋头 迎难而上 攻坚克难 砥砺 乘势而上
只争朝夕 以更 以新 以实 以钉钉子 统一思想 提高认识 提高站位 提高政治站位 全心全意 一心一意
充满 不负 无愧 继续奋斗 正确处理 辩证 增强信心 保持定力 永葆
捍卫 拥护 维护核心 自觉维护 发展是 发展到 发展不平衡 讲政治 再接再厉 善作善成 久久为功 精益求精 扬优势
补短板 强弱项 做最充分 争取最好
`)

/** Clauses that name what an action is for; they belong to the action before them. */
export const PURPOSE = prefixLength(`
实现 形成 促进 助推 助力 努力实现 确保 使 让 做到 增强 达到 推动 提升 满足 惠及
巩固 为 真正 从而 以便 进而 切实维护 最大限度 更好满足 保障 夯实 释放 激发
`)

// 开工的62个项目, 开工就要误一季, 整改不力: the verb is no command here.
const NO_OBJECT =
  /^(?:同志|领导|好?(?:以下|如下|下列)|(?:一次|一场)$|好?(?:今年|明年|当前|下一步|开局|各项|全年|新一年)[^，]{0,12}工作$|的(?!士)|就|也|都|不|还(?!建|款|迁)|才|得|是|起来|以后|之后|时候?，?|过程|工作是|已)/
/** Objects too wide to be held in hand. */
const WIDE_OBJECT =
  /(?:高质量发展|跨越式?发展|快速发展|健康发展|持续发展|协调发展|良好局面|新局面|新台阶|新篇章|新格局|新成效|新突破|新贡献|新业绩|新跨越|新气象|机遇|信心|思想|理念|意识|观念|大局|获得感|幸福感|安全感|[^”]感|精神|自觉|定力|干劲|斗志|合力|动力|活力|势头|态势|氛围|方向|立场|主题|原则|导向|认识|形势|思路|意义|向好|向稳)$/

/** 年底前, 3月底前, 上半年, 一个月内, 每季度: a time in front of the verb. Returns its length, or 0. */
export function timeLength(clause: string, from: number): number {
  const time = TIME.exec(clause.slice(from, from + 24))
  return time ? time[0].length : 0
}

const TIME =
  /^(?:(?:力争|到|在|于|自|从)?(?:(?:20\d\d年|今年|明年|当年)(?:底前?|内)?)?(?:全年|年内|年底前?|年末前?|上半年|下半年|[一二三四]季度末?前?|\d{1,2}月(?:\d{1,2}日|底|末|份|中旬|上旬|下旬)?(?:前|之前|以前)?|(?:[一二两三四五六七八九十]{1,3}|\d{1,3})个?(?:周|月|年|工作日|季度|天)(?:内|之内|左右)?|[春秋][节耕播]前|入冬前|汛期?前|开学前|每(?:年|半年|季度|月|周|两周|两月|旬|天)(?:至少)?|(?:20\d\d年|今年|明年)(?:底前?|内)?))，?(?:要|计划|力争|必须|将)?/

/** Is the object (a clause behind its verb) something that can be held in hand? */
export function isConcreteObject(object: string): boolean {
  if (object.length < 2 || NO_OBJECT.test(object)) return false
  return !WIDE_OBJECT.test(object.replace(/[。！，；、\s]+$/, ''))
}

/** Strips words that say how, keeping any that is itself the verb; returns the length stripped. */
export function fillerLength(clause: string, from = 0): number {
  let at = from
  for (let round = 0; round < 8; round++) {
    const filler = clause[at] === ' ' ? 1 : FILLER(clause, at)
    if (filler === 0) break
    at += filler
  }
  return at - from
}
