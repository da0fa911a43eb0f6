import type { UnitEntry } from '../types.ts'
import { row } from './row.ts'

// 党委口、群团和驻县单位。Duties and codes are common practice after the 2024 reform; a county overrides them with
// its own 三定 (options.units). Old names carry the day they went out of use.

export const PARTY_UNITS: readonly UnitEntry[] = [
  row('xianweiban', '县委办公室', '党委', {
    also: '县委办 县委督查室 督查室 县委政研室 政研室 县委改革办 改革办 机要保密局 国安办 档案局',
    duties: '督查 督办 调查研究 调研 文稿 机要 保密 领导批示 值班',
    leads: 'M08 M25',
    supports: 'M07 M13 M47',
  }),
  row('caijingban', '县委财经委员会办公室', '党委', {
    also: '县委财经办 财经办 县委财经委办公室 财经委办公室',
    duties: '工作清单 闭环 议定事项',
    leads: 'M47',
    supports: 'M01',
  }),
  row('jiwei', '县纪委监委', '党委', {
    also: '县纪委 纪委 监委 纪委监委 县监委',
    duties: '监督执纪 党风廉政 反腐败',
    supports: 'M08',
    mayLead: false,
  }),
  row('zuzhibu', '县委组织部', '党委', {
    also: '组织部 考核办 县考核办 公务员局 老干部局 人才办',
    duties: '考核 干部队伍 人才 党建 选派',
    supports: 'M08 M12 M25',
  }),
  row('xuanchuanbu', '县委宣传部', '党委', {
    also: '宣传部 文明办 新闻出版局 电影局',
    duties: '宣传 文明创建 精神文明 舆情 意识形态 文明实践 移风易俗',
    supports: 'M33',
  }),
  row('tongzhanbu', '县委统战部', '党委', {
    also: '统战部 民宗局 侨办',
    duties: '民营经济统战 侨商 民族宗教 民族团结',
    supports: 'M10 M13',
  }),
  row('zhengfawei', '县委政法委员会', '党委', {
    also: '县委政法委 政法委 综治中心',
    duties: '平安建设 矛盾纠纷 扫黑除恶 社会治安 综治 涉企法治',
    supports: 'M32',
  }),
  row('shegongbu', '县委社会工作部', '党委', {
    also: '社工部 社会工作部 县委社工部',
    duties: '人民建议 基层治理 志愿服务 急难愁盼 行业协会 新就业群体',
    leads: 'M32',
    supports: 'M22',
    from: '2024-01-01',
  }),
  row('xinfangju', '县信访局', '党委', {
    also: '信访局 信访办',
    duties: '信访 初信初访 信访积案',
    leads: 'M32',
    supports: 'M26 M28',
  }),
  row('bianban', '县委机构编制委员会办公室', '党委', {
    also: '县委编办 编办',
    duties: '机构编制 三定 履职事项清单 权责清单',
    supports: 'M07',
  }),
  row('wangxinban', '县委网络安全和信息化委员会办公室', '党委', {
    also: '网信办 县委网信办',
    duties: '网络安全 政务新媒体 网络空间',
    supports: 'M46',
  }),
  row('gongshanglian', '县工商业联合会', '群团', {
    also: '工商联 县工商联 总商会',
    duties: '商会 民营企业家 企业家培训',
    supports: 'M09 M10 M13',
  }),
  row('kexie', '县科学技术协会', '群团', {
    also: '科协 县科协',
    duties: '学会 院士专家 科普 科学普及',
    supports: 'M12 M36',
  }),
  row('gonghui', '县总工会', '群团', { also: '总工会', duties: '职工 工会 劳动竞赛 劳模', supports: 'M25' }),
  row('tuanxianwei', '共青团县委', '群团', { also: '团县委 共青团', duties: '青年 青少年 少先队', supports: 'M25' }),
  row('fulian', '县妇女联合会', '群团', {
    also: '妇联 县妇联',
    duties: '妇女 儿童 美丽庭院 家庭文明',
    supports: 'M33',
  }),
  row('canlian', '县残疾人联合会', '群团', { also: '残联 县残联', duties: '残疾人 辅助器具 无障碍', supports: 'M28' }),
  row('dangxiao', '县委党校', '党委', { also: '党校 县委党校 行政学校', duties: '干部培训 主体班', supports: 'M25' }),
  row('rongmeiti', '县融媒体中心', '事业', { also: '融媒体中心', duties: '融媒体 专栏 新闻报道', supports: 'M25' }),
  row('qixiangju', '县气象局', '垂管', {
    also: '气象局',
    duties: '气象 人工影响天气',
    supports: 'M34',
    mayLead: false,
  }),
  row('gongjijin', '住房公积金管理部', '事业', { also: '公积金管理部 公积金中心', duties: '公积金' }),
  row('renda', '县人大机关、县政协机关', '党委', {
    also: '县人大 县政协 人大办 政协办',
    duties: '代表建议 政协提案',
    mayLead: false,
  }),
  row('fayuan', '县人民法院', '驻县', {
    also: '法院 县法院',
    duties: '破产审判 司法执行 腾退执行',
    supports: 'M19 M40 M41',
    mayLead: false,
  }),
  row('xiaofang', '县消防救援大队', '驻县', {
    also: '消防大队 消防救援大队',
    duties: '消防验收 消防隐患 火灾',
    supports: 'M34',
    mayLead: false,
  }),
  row('shuiwuju', '国家税务总局县税务局', '垂管', {
    also: '税务局 县税务局',
    old: '国税局@2018-07-20 地税局@2018-07-20',
    duties: '税收 纳税 减税 研发加计 留抵退税',
    supports: 'M01 M04 M05 M13 M41 M42 M43',
    mayLead: false,
  }),
  row('jianguanzhiju', '国家金融监督管理总局监管支局', '垂管', {
    also: '金融监管支局 监管支局 金融监管总局支局',
    old: '银保监组@2023-05-18 银监办@2018-04-08',
    duties: '银行监管 保险监管',
    supports: 'M14 M15 M17 M18 M19 M20 M21 M22 M23 M24',
    mayLead: false,
  }),
  row('renhang', '中国人民银行市分行', '垂管', {
    also: '人行市分行 人民银行市分行 人民银行 人行',
    old: '人行县支行@2023-08-18 县人行@2023-08-18',
    duties: '货币政策 征信 支付结算',
    supports: 'M14 M22 M24',
    mayLead: false,
  }),
  row('gongdian', '国网县供电公司', '驻县', {
    also: '供电公司 县供电公司 国网供电公司',
    old: '电力局@2013-01-01 供电局@2013-01-01',
    duties: '电网 用电 供电 通电 充电',
    supports: 'M01 M05 M26 M33',
    mayLead: false,
  }),
  row('yinhang', '县农村商业银行及各银行支行、保险机构', '企业', {
    also: '农商行 县农商行 农商银行 村镇银行 各银行 各银行机构 保险机构',
    old: '信用社@2015-01-01 农村信用社@2015-01-01',
    duties: '银行网点 理赔',
    supports: 'M14 M17 M18 M19 M20 M21 M22 M24 M44',
    mayLead: false,
  }),
]
