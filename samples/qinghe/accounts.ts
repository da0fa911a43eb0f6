// One account for each role of the loop, so that every screen can be tried. Passwords are made per data folder at
// the first run; none stands here.
import type { Post } from '@yipanqi/model/words.ts'
import type { SampleAccount } from '../types.ts'

const account = (
  login: string,
  name: string,
  unit: string,
  post: Post,
  leader: string | null = null,
): SampleAccount => ({
  login,
  name,
  unit,
  post,
  leader,
})

export const accounts: readonly SampleAccount[] = [
  account('chenlan', '陈岚', 'D02', 'dispatcher'),
  account('wuzhengde', '吴正德', 'D02', 'dispatcher'),
  account('tangjing', '唐静', 'D01', 'supervisor-party'),
  account('yuebo', '岳博', 'Z01', 'supervisor-government'),
  account('guchangchuan', '顾长川', 'D01', 'leader', 'L01'),
  account('jimingqian', '纪明谦', 'Z01', 'leader', 'L02'),
  account('zhouheng', '周衡', 'Z01', 'leader', 'L04'),
  account('linxiao', '林骁', 'Z01', 'leader', 'L10'),
  account('hemin', '贺敏', 'Z01', 'leader', 'L11'),
  account('qinyue', '秦悦', 'D01', 'secretary', 'L01'),
  account('fanzhou', '范舟', 'Z01', 'secretary', 'L04'),
  account('mengqinghe', '孟清和', 'Z02', 'unit-head'),
  account('dengke', '邓可', 'Z02', 'unit-deputy'),
  account('suxiaoyu', '苏晓雨', 'Z02', 'liaison'),
  account('kongweimin', '孔维民', 'S01', 'unit-head'),
  account('yejialin', '叶嘉林', 'S01', 'unit-deputy'),
  account('tianmiao', '田苗', 'S01', 'liaison'),
  account('weiguodong', '魏国栋', 'Z05', 'unit-head'),
  account('shenyifan', '沈一帆', 'Z05', 'unit-deputy'),
  account('jiangnan', '姜楠', 'Z05', 'liaison'),
  account('fangxiuying', '方秀英', 'Z15', 'unit-head'),
  account('luomingyuan', '罗明远', 'Z15', 'unit-deputy'),
  account('hetian', '何田', 'Z15', 'liaison'),
  account('cuijianguo', '崔建国', 'Z12', 'unit-head'),
  account('ruanqing', '阮青', 'Z12', 'unit-deputy'),
  account('pengchao', '彭超', 'Z12', 'liaison'),
  account('leidahe', '雷大禾', 'T06', 'township-head'),
  account('yuanfen', '袁芬', 'T06', 'township-deputy'),
  account('caixiaoman', '蔡小满', 'T06', 'township-liaison'),
  account('daixiang', '戴香', 'Z05', 'service-officer'),
  account('gongping', '龚平', 'Q03', 'enterprise'),
  account('shaowen', '邵雯', 'D04', 'assessor'),
  account('maoxing', '毛星', 'Z23', 'statistician'),
  account('jinboyan', '金伯言', 'D10', 'establishment'),
  account('shiyan', '史妍', 'D01', 'secrecy'),
  account('xitongyuan', '谭一凡', 'Z01', 'system-admin'),
  account('anquanyuan', '汤屹', 'Z01', 'security-admin'),
  account('shenjiyuan', '白露', 'Z01', 'audit-admin'),
]
